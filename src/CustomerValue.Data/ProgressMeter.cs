namespace CustomerValue.Data;

/// <summary>Turns rows read into progress over all sources, weighed by the sizes of their files.</summary>
internal sealed class ProgressMeter(IReadOnlyList<TableSource> sources, IProgress<ReadProgress>? progress)
{
    private readonly long? total = sources.Sum(Size);
    private readonly bool isKnown = sources.All(source => source.Path is not null);
    private long done;

    /// <summary>Tells of <paramref name="rows"/> rows of all sources, with <paramref name="fraction"/> of this one read.</summary>
    public void Report(TableSource source, long rows, double? fraction)
    {
        double? all = isKnown && total > 0 && fraction is double part ? (done + part * Size(source)) / total : null;
        progress?.Report(new() { Source = source.Name, Rows = rows, Fraction = all });
    }

    /// <summary>Tells that a source is done.</summary>
    public void Finish(TableSource source, long rows)
    {
        Report(source, rows, 1);
        done += Size(source) ?? 0;
    }

    private static long? Size(TableSource source) => source.Path is { } path && File.Exists(path) ? new FileInfo(path).Length : null;
}
