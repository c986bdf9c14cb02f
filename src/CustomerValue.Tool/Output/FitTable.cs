using System.Globalization;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>A fit as people read it.</summary>
internal static class FitTable
{
    public static void Print(TextWriter output, FitReport report, TimeSpan duration, CovariateEncoding? covariates = null)
    {
        IAnsiConsole console = Terminal.Tables(output);
        Table table = new Table().AddColumns("parameter", "value", "standard error");
        if (report.Sampling is not null)
            table.AddColumns("R-hat", "effective draws");
        for (int i = 0; i < report.Parameters.Count; i++)
        {
            string[] row = [Markup.Escape(report.Parameters[i].Name), Text(report.Parameters[i].Value), report.StandardErrors is { } errors ? Text(errors[i]) : "–"];
            table.AddRow(report.Sampling is { } sampling ? [.. row, Text(sampling.RHat[i]), Text(Math.Round(sampling.BulkEffectiveSize[i]))] : row);
        }

        console.Write(table);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Model}: log-likelihood {report.LogLikelihood:F4} over {report.Customers} customers, {report.DistinctHistories} distinct; {report.Iterations} iterations, {duration.TotalSeconds:F3} s"));
        foreach (CovariateCode column in (covariates?.Columns ?? []).Where(column => column.IsCategory))
            console.WriteLine($"{column.Name}: its levels are compared with {column.BaseLevel}.");
        if (report.LikelihoodRatio is { } test)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Against the model without covariates: χ² = {test.Statistic:F2} with {test.DegreesOfFreedom} degrees of freedom, p = {test.PValue:G3}"));
        foreach (Labels.LocalizedText warning in report.Warnings)
            console.WriteLine($"Note: {warning.English}");
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
