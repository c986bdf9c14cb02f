using CustomerValue.Appraisal;
using CustomerValue.InfluenceValue;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>Established, potential and influence value in their parts: sums of all and of each segment, and the customers of the largest sum.</summary>
internal sealed class ValueParts
{
    /// <summary>How many parts there are.</summary>
    public const int Count = 5;

    private static readonly string[] Styles = ["established", "residual", "upside", "referred", "reach"];
    private readonly CustomerAppraisal appraisal;

    public ValueParts(CustomerAppraisal appraisal)
    {
        this.appraisal = appraisal;
        ThreeValueTable? table = appraisal.ThreeValues;
        Sums = new double[Count];
        Segments = [.. Enumerable.Range(0, table?.Segmentation.Segments.Count ?? 0).Select(_ => new double[Count])];
        double[] own = new double[Count], totals = new double[appraisal.Count];
        for (int row = 0; row < appraisal.Count; row++)
        {
            Fill(row, own);
            totals[row] = own.Sum();
            for (int part = 0; part < Count; part++)
            {
                Sums[part] += own[part];
                if (table is not null)
                    Segments[table.Segments[row]][part] += own[part];
            }
        }

        Top = TopSection.Rows(totals);
    }

    /// <summary>The sum of each part.</summary>
    public double[] Sums { get; }

    /// <summary>The same of each segment by three values, in their order.</summary>
    public IReadOnlyList<double[]> Segments { get; }

    /// <summary>The rows of the largest totals, the largest first.</summary>
    public IReadOnlyList<int> Top { get; }

    /// <summary>All parts together.</summary>
    public double Total => Sums.Sum();

    /// <summary>The parts of one customer.</summary>
    public double[] Of(int row)
    {
        double[] own = new double[Count];
        Fill(row, own);
        return own;
    }

    /// <summary>Parts as they stack; those that are 0 for all customers are left out.</summary>
    public IReadOnlyList<StackPart> Bar(double[] parts) =>
        [.. Used.Select(part => new StackPart(Styles[part], parts[part], Format.Amount(parts[part])))];

    /// <summary>The style and name of every part that somebody has.</summary>
    public (string Style, Labels.LocalizedText Name)[] Legend() => [.. Used.Select(part => (Styles[part], Name(part)))];

    /// <summary>The parts that somebody has.</summary>
    public IEnumerable<int> Used => Enumerable.Range(0, Count).Where(part => Sums[part] != 0);

    /// <summary>What a part is called.</summary>
    public Labels.LocalizedText Name(int part) => part switch
    {
        0 => appraisal.Contribution.IsNet ? CompositionTexts.EstablishedNet : appraisal.Contribution.IsProfit ? CompositionTexts.EstablishedProfit : CompositionTexts.EstablishedRevenue,
        1 => CompositionTexts.Residual,
        2 => CompositionTexts.Upside,
        3 => CompositionTexts.Referred,
        _ => CompositionTexts.Reach,
    };

    private void Fill(int row, Span<double> own)
    {
        own.Clear();
        own[0] = (double)appraisal.Contribution.Value[row];
        if (appraisal.Potential is { } potential && row < potential.Value.Length)
        {
            own[1] = potential.Residual[row];
            own[2] = potential.Value[row] - potential.Residual[row];
        }

        if (appraisal.Influence is not { } influence)
            return;
        InfluenceOf won = influence.Source[appraisal.Customers.Customer(row)];
        own[3] = (double)won.Established;
        own[4] = won.Expected;
    }
}
