using System.Globalization;
using CustomerValue.LifetimeValue;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>A fit as people read it.</summary>
internal static class FitTable
{
    public static void Print(TextWriter output, FitReport report, TimeSpan duration)
    {
        IAnsiConsole console = Terminal.Tables(output);
        Table table = new Table().AddColumns("parameter", "value", "standard error");
        if (report.Sampling is not null)
            table.AddColumns("R-hat", "effective draws");
        for (int i = 0; i < report.Parameters.Count; i++)
        {
            string[] row = [report.Parameters[i].Name, Text(report.Parameters[i].Value), report.StandardErrors is { } errors ? Text(errors[i]) : "–"];
            table.AddRow(report.Sampling is { } sampling ? [.. row, Text(sampling.RHat[i]), Text(Math.Round(sampling.BulkEffectiveSize[i]))] : row);
        }

        console.Write(table);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Model}: log-likelihood {report.LogLikelihood:F4} over {report.Customers} customers, {report.DistinctHistories} distinct; {report.Iterations} iterations, {duration.TotalSeconds:F3} s"));
        foreach (Labels.LocalizedText warning in report.Warnings)
            console.WriteLine($"Note: {warning.English}");
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
