using CustomerValue.Appraisal;
using CustomerValue.Data;

namespace CustomerValue.Tool.Output;

/// <summary>Tells what is being done, in one line.</summary>
internal sealed class Progress(Action<string> show) : IProgress<ReadProgress>, IProgress<AppraisalProgress>
{
    public void Report(ReadProgress value) => show($"reading {value.Source}: {value.Rows:N0} rows{Percent(value.Fraction)}");

    public void Report(AppraisalProgress value) => show($"{value.Step.English}{Percent(value.Fraction)}");

    /// <summary>Tells the finished part of a named step.</summary>
    public IProgress<double> Of(string step) => new Part(fraction => show($"{step}{Percent(fraction)}"));

    private static string Percent(double? fraction) => fraction is double known ? $", {known:P0}" : "";

    private sealed class Part(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
