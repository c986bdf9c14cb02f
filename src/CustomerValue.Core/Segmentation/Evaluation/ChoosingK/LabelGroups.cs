using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>Labels as groups 0, 1, … in the order of the labels, and the rows of each group.</summary>
internal sealed class LabelGroups
{
    /// <summary>Groups labelled rows; within a group they stand in the order given, or ascending.</summary>
    public LabelGroups(ReadOnlySpan<int> labels, int rows, int[]? order = null)
    {
        if (labels.Length != rows)
            throw new DataRejectedException(new DataProblem { Field = "labels", Value = $"{labels.Length}", Message = $"labels for {rows} rows; give one a row." });
        Labels = [.. labels.ToArray().Distinct().OrderBy(label => label)];
        Dictionary<int, int> groupOf = [];
        for (int group = 0; group < Labels.Length; group++)
            groupOf.Add(Labels[group], group);
        Of = new int[rows];
        Sizes = new int[Labels.Length];
        for (int row = 0; row < rows; row++)
            Sizes[Of[row] = groupOf[labels[row]]]++;

        Starts = new int[Labels.Length + 1];
        for (int group = 0; group < Labels.Length; group++)
            Starts[group + 1] = Starts[group] + Sizes[group];
        int[] next = [.. Starts];
        Rows = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            int row = order is null ? i : order[i];
            Rows[next[Of[row]]++] = row;
        }
    }

    /// <summary>The distinct labels, ascending.</summary>
    public int[] Labels { get; }

    /// <summary>A group a row.</summary>
    public int[] Of { get; }

    /// <summary>Rows in each group.</summary>
    public int[] Sizes { get; }

    /// <summary>Rows by group.</summary>
    public int[] Rows { get; }

    /// <summary>Where each group starts in <see cref="Rows"/>, and the end of the last.</summary>
    public int[] Starts { get; }

    public int Count => Labels.Length;
}
