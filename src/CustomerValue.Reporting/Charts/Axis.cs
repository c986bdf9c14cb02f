using System.Globalization;

namespace CustomerValue.Reporting.Charts;

/// <summary>One direction of a chart: its range, its labels and what it measures.</summary>
internal sealed record Axis
{
    /// <summary>What is measured, with its unit.</summary>
    public required string Title { get; init; }

    /// <summary>The value at the left or the bottom.</summary>
    public required double Min { get; init; }

    /// <summary>The value at the right or the top; above <see cref="Min"/>.</summary>
    public required double Max { get; init; }

    /// <summary>Positions and labels.</summary>
    public required IReadOnlyList<(double Position, string Label)> Ticks { get; init; }

    /// <summary>An axis from 0 to at least <paramref name="max"/> with about four round ticks.</summary>
    public static Axis FromZero(string title, double max, Func<double, string> label)
    {
        double top = max > 0 ? max : 1;
        double step = RoundStep(top / 4);
        int ticks = (int)Math.Ceiling(Math.Round(top / step, 9));
        return new() { Title = title, Min = 0, Max = ticks * step, Ticks = [.. Enumerable.Range(0, ticks + 1).Select(i => (i * step, label(i * step)))] };
    }

    /// <summary>A number of customers or purchases: whole ticks from 0 up.</summary>
    public static Axis Count(string title, double max) => FromZero(title, Math.Max(max, 4), Format.Number);

    /// <summary>An axis that ends exactly at <paramref name="max"/>, with round ticks inside.</summary>
    public static Axis Exactly(string title, double max, Func<double, string> label)
    {
        Axis wide = FromZero(title, max, label);
        double top = max > 0 ? max : 1;
        return wide with { Max = top, Ticks = [.. wide.Ticks.Where(tick => tick.Position <= top * (1 + 1e-9))] };
    }

    /// <summary>A share from 0 to 100 %.</summary>
    public static Axis Share(string title) => new()
    {
        Title = title,
        Min = 0,
        Max = 1,
        Ticks = [.. Enumerable.Range(0, 6).Select(i => (i / 5.0, (20 * i).ToString(CultureInfo.InvariantCulture) + "%"))],
    };

    /// <summary>One place of width 1 per label, the label under its middle. At most <paramref name="most"/> labels are drawn.</summary>
    public static Axis Places(string title, IReadOnlyList<string> labels, int most = int.MaxValue)
    {
        int every = ((labels.Count - 1) / most) + 1;
        return new() { Title = title, Min = 0, Max = Math.Max(1, labels.Count), Ticks = [.. labels.Select((label, i) => (Position: i + 0.5, label)).Where((_, i) => i % every == 0)] };
    }

    /// <summary>1, 2 or 5 times a power of ten, at least <paramref name="rough"/>.</summary>
    internal static double RoundStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
