using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace CustomerValue.Benchmarks;

/// <summary>The mean divided by the parameter Customers.</summary>
internal sealed class PerCustomerColumn : IColumn
{
    public string Id => nameof(PerCustomerColumn);

    public string ColumnName => "ns/customer";

    public string Legend => "Mean / Customers";

    public bool AlwaysShow => false;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(HasCustomers);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        HasCustomers(benchmarkCase) && summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? (statistics.Mean / (int)benchmarkCase.Parameters["Customers"]).ToString("N1", CultureInfo.InvariantCulture)
            : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    private static bool HasCustomers(BenchmarkCase benchmarkCase) => benchmarkCase.Parameters.Items.Any(parameter => parameter.Name == "Customers");
}
