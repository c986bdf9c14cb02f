using System.Diagnostics;

namespace CustomerValue.Tool.Tests;

/// <summary>The command as a process of its own, as scripts run it.</summary>
public class ProcessTests
{
    [Fact]
    public async Task A_wrong_call_exits_with_2()
    {
        (int code, string output, string error) = await Run("fit", "nonsense");

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("bg-nbd", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_of_chinese_customers_goes_through_pipes()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("采购.csv", "客户,日期,金额\n张三,2024-01-01,5\n张三,2024-01-08,6\n");

        (int code, string output, string error) = await Run("summarize", "--purchases", purchases, "--customer", "客户", "--date", "日期", "--amount", "金额", "--unit", "week", "--out", folder["摘要.csv"], "--json");

        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.Contains("摘要.csv", output, StringComparison.Ordinal);
        Assert.Equal("customer,frequency,recency,age,spend\n张三,1,1,1,6\n", File.ReadAllText(folder["摘要.csv"]));
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [typeof(CommandLine).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, error);
    }
}
