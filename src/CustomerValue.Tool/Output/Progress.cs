using CustomerValue.Appraisal;
using CustomerValue.Data;

namespace CustomerValue.Tool.Output;

/// <summary>Tells what is being done, in one line.</summary>
internal sealed class Progress(Action<string> show) : IProgress<ReadProgress>, IProgress<AppraisalProgress>
{
    public void Report(ReadProgress value) => show($"reading {value.Source}: {value.Rows:N0} rows{Percent(value.Fraction)}");

    public void Report(AppraisalProgress value) => show($"{value.Step.English}{Percent(value.Fraction)}");

    private static string Percent(double? fraction) => fraction is double known ? $", {known:P0}" : "";
}
