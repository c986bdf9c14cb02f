using System.Globalization;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

/// <summary>CDNOW as the command is given it.</summary>
internal static class Cdnow
{
    public static string Sample => SharedData.Path("data/cdnow/cdnow_sample_transactions.csv");

    /// <summary>Summarises CDNOW with 39 weeks of calibration and 39 weeks of holdout.</summary>
    public static async Task<string> Summarize(TemporaryFolder folder)
    {
        ToolRun run = await ToolRun.Of(["summarize", "--purchases", Sample, "--customer", "sample_id", "--date", "date", "--amount", "dollar_value",
            "--unit", "week", "--calibration-end", "1997-09-30", "--holdout-end", "1998-06-30", "--out", folder["summary.csv"]]);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Code);
        return folder["summary.csv"];
    }

    /// <summary>The published calibration summary, on which the published optima stand, under the command's column names.</summary>
    public static string Published(TemporaryFolder folder) => folder.Write("published.csv",
        string.Join('\n', SharedData.Lines("data/cdnow/cdnow_customers_summary_with_transactions.csv").Skip(1).Prepend("customer,frequency,recency,age,spend")) + "\n");

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
