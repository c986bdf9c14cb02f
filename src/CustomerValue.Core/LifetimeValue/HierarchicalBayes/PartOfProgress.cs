namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>Passes on the progress of the first part of some work.</summary>
internal sealed class PartOfProgress(IProgress<double> whole, double part) : IProgress<double>
{
    public void Report(double value) => whole.Report(part * value);
}
