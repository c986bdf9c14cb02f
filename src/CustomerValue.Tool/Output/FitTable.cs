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
        for (int i = 0; i < report.Parameters.Count; i++)
            table.AddRow(report.Parameters[i].Name, Text(report.Parameters[i].Value), report.StandardErrors is { } errors ? Text(errors[i]) : "–");
        console.Write(table);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Model}: log-likelihood {report.LogLikelihood:F4} over {report.Customers} customers, {report.DistinctHistories} distinct; {report.Iterations} iterations, {duration.TotalSeconds:F3} s"));
        foreach (Labels.LocalizedText warning in report.Warnings)
            console.WriteLine($"Note: {warning.English}");
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
