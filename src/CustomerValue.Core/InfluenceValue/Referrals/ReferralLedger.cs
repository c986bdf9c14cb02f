using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Attribution;
using CustomerValue.Labels;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>
/// Established influence: what customers caused by bringing others, as exact money. Each margin of a referred customer is split among those above,
/// λ·m·w^(l−1)/Σw^(j−1) with w^(l−1) times 2^(−age/half-life) where links age; the parts sum to λ·m exactly. Columns are aligned with the network. Immutable.
/// </summary>
public sealed class ReferralLedger
{
    private readonly ReferralLedgerOptions options;
    private readonly int[] marginRows;
    private readonly int[] days;
    private readonly decimal[] margins;
    private readonly int[] firstOfRow;
    private readonly int[] ofRow;
    private readonly decimal[] credit;
    private readonly decimal[] ifAllCaused;
    private readonly decimal[] saved;
    private readonly decimal[] rewards;

    private ReferralLedger(ReferralNetwork network, ReferralLedgerOptions options, int[] marginRows, int[] days, decimal[] margins)
    {
        Network = network;
        this.options = options;
        this.marginRows = marginRows;
        this.days = days;
        this.margins = margins;
        (firstOfRow, ofRow) = Grouping.By(marginRows, network.Count);
        credit = new decimal[network.Count];
        ifAllCaused = new decimal[network.Count];
        saved = new decimal[network.Count];
        rewards = new decimal[network.Count];
        CreditRule rule = new(network.Links, options);
        for (int i = 0; i < margins.Length; i++)
        {
            int reached = marginRows[i] < 0 ? 0 : rule.Apply(marginRows[i], days[i], margins[i]);
            if (reached > 0)
                ReferredMargin += margins[i];
            for (int level = 0; level < reached; level++)
            {
                credit[rule.Rows[level]] += rule.Credit[level];
                ifAllCaused[rule.Rows[level]] += rule.IfAllCaused[level];
            }
        }

        for (int row = 0; row < network.Count; row++)
        {
            int referrer = network.Links.Referrer[row];
            if (referrer < 0)
                continue;
            saved[referrer] += network.Links.SavedCost[row];
            rewards[referrer] += network.Links.Reward[row];
        }
    }

    /// <summary>Credits margins.</summary>
    /// <param name="network">Who brought whom.</param>
    /// <param name="margins">What purchases left over, in any order. Customers outside the network were brought by nobody, so theirs are credited to nobody.</param>
    /// <param name="options">λ, w, generations, time decay; null for the defaults.</param>
    /// <exception cref="DataRejectedException">The options are invalid, or a margin has no customer or is too large or fine; lists every problem, the first row being 0.</exception>
    public static ReferralLedger Of(ReferralNetwork network, IEnumerable<ReferredMargin> margins, ReferralLedgerOptions? options = null)
    {
        if (network is null)
            throw new ArgumentNullException(nameof(network));
        if (margins is null)
            throw new ArgumentNullException(nameof(margins));
        options ??= new ReferralLedgerOptions();
        if (options.Validate() is { Count: > 0 } wrong)
            throw new DataRejectedException(wrong);
        ProblemList problems = new();
        List<int> rows = [], days = [];
        List<decimal> amounts = [];
        int row = -1;
        foreach (ReferredMargin margin in margins)
        {
            if (margin.Customer == default)
                problems.Add(rows.Count, "customer", null, "is no customer id (the default value).");
            if (!ExactShares.IsExact(margin.Margin))
                problems.Add(rows.Count, "margin", margin.Margin.ToString(System.Globalization.CultureInfo.InvariantCulture), $"of '{margin.Customer}' is not within 10^12 to either side with at most ten decimals.");
            row = network.RowNear(row, margin.Customer);
            rows.Add(row);
            days.Add(Period.DaysBetween(PurchaseSummaries.Epoch, margin.Day.WithCalendar(CalendarSystem.Iso)));
            amounts.Add(margin.Margin);
        }

        problems.ThrowIfAny();
        return new ReferralLedger(network, options, [.. rows], [.. days], [.. amounts]);
    }

    /// <summary>Who brought whom.</summary>
    public ReferralNetwork Network { get; }

    /// <summary>The margins of which somebody is credited a part, summed.</summary>
    public decimal ReferredMargin { get; }

    /// <summary>The parts of referred customers' margins that fall to each customer at the causal share. They sum to λ·m over the margins in <see cref="ReferredMargin"/>, exactly.</summary>
    public ReadOnlySpan<decimal> Credit => credit;

    /// <summary>The same if all was caused (λ = 1); they sum to <see cref="ReferredMargin"/> exactly. At λ = 0 the credit is 0.</summary>
    public ReadOnlySpan<decimal> CreditIfAllCaused => ifAllCaused;

    /// <summary>What winning the customers whom each customer brought would have cost otherwise; saved whether they would have come anyway or not.</summary>
    public ReadOnlySpan<decimal> SavedAcquisitionCost => saved;

    /// <summary>What each customer was paid for referrals.</summary>
    public ReadOnlySpan<decimal> RewardsPaid => rewards;

    /// <summary>Established influence of a row: credit + saved acquisition cost − rewards.</summary>
    /// <param name="row">Range: [0, rows of the network).</param>
    public EstablishedInfluence Influence(int row) => new()
    {
        Value = credit[row] + saved[row] - rewards[row],
        IfNoneCaused = saved[row] - rewards[row],
        IfAllCaused = ifAllCaused[row] + saved[row] - rewards[row],
    };

    /// <summary>Who brought what: every margin of which a part is credited to the row, by generation, customer and day. The credits sum to <see cref="Credit"/>.</summary>
    /// <param name="row">Range: [0, rows of the network).</param>
    public IReadOnlyList<ReferralCredit> Evidence(int row)
    {
        CreditRule rule = new(Network.Links, options);
        List<ReferralCredit> evidence = [];
        foreach (ReferralTreeNode node in Network.Tree(row, options.Generations).Skip(1))
        {
            foreach (int margin in ofRow.AsSpan(firstOfRow[node.Row], firstOfRow[node.Row + 1] - firstOfRow[node.Row]))
            {
                if (rule.Apply(marginRows[margin], days[margin], margins[margin]) < node.Generation)
                    continue;
                evidence.Add(new ReferralCredit
                {
                    Customer = node.Customer,
                    Generation = node.Generation,
                    Day = PurchaseSummaries.Epoch.PlusDays(days[margin]),
                    Margin = margins[margin],
                    Credit = rule.Credit[node.Generation - 1],
                    CreditIfAllCaused = rule.IfAllCaused[node.Generation - 1],
                    Currency = options.Currency,
                });
            }
        }

        return evidence.OrderBy(each => each.Generation).ThenBy(each => each.Customer).ThenBy(each => each.Day).ThenBy(each => each.Margin).ToList().AsReadOnly();
    }

    /// <summary>Why the customer of this row has its established influence, with its bounds, in a sentence.</summary>
    /// <param name="row">Range: [0, rows of the network).</param>
    public LocalizedText Explain(int row)
    {
        EstablishedInfluence influence = Influence(row);
        string Money(decimal amount) => Wording.Amount(amount, options.Currency.Beside);
        int brought = Network.Referred(row).Length;
        return new LocalizedText(
            $"Brought {Wording.Count(brought, "customer")} directly: {Money(credit[row])} of referred margins credited, {Money(saved[row])} acquisition cost saved, {Money(rewards[row])} rewards paid; {Money(influence.Value)} in all ({Money(influence.IfNoneCaused)} if the referrals caused nothing, {Money(influence.IfAllCaused)} if they caused all).",
            $"直接推荐{Wording.Number(brought)}名客户：计入被推荐客户毛利{Money(credit[row])}，节省获客成本{Money(saved[row])}，已付奖励{Money(rewards[row])}；合计{Money(influence.Value)}（若推荐毫无作用为{Money(influence.IfNoneCaused)}，若全部由推荐带来为{Money(influence.IfAllCaused)}）。");
    }
}
