using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.PotentialValue.CrossSell;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>What customers spend elsewhere, as columns: max(0, wallet − spend) × margin rate a year. Immutable and thread-safe.</summary>
public sealed class WalletColumn : UpsideColumn
{
    private readonly double[] wallet;
    private readonly double[] spend;
    private readonly double marginRate;
    private readonly double tau;

    private WalletColumn(CustomerId[] customers, double[][] perYear, double[] wallet, double[] spend, double marginRate, double tau)
        : base(customers, perYear[0], perYear[1], perYear[2]) =>
        (this.wallet, this.spend, this.marginRate, this.tau) = (wallet, spend, marginRate, tau);

    /// <inheritdoc/>
    public override LocalizedText Source { get; } = new("what is spent elsewhere", "在别处的支出");

    /// <summary>What a customer can spend a year on such things, in major units.</summary>
    public ReadOnlySpan<double> WalletPerYear => wallet;

    /// <summary>What a customer spends here a year, in major units.</summary>
    public ReadOnlySpan<double> SpendPerYear => spend;

    /// <summary>The part of the wallet that is spent here, in [0, 1]; 1 where more is spent here than look-alikes do.</summary>
    /// <param name="row">Range: [0, customers).</param>
    public double ShareOfWallet(int row) => spend[row] >= wallet[row] ? 1 : spend[row] / wallet[row];

    /// <summary>Counts the headroom of customers.</summary>
    /// <param name="customers">The customers, each once, in any order.</param>
    /// <param name="wallets">What each can spend in a period, by a <see cref="LookAlikeModel"/>.</param>
    /// <param name="spend">What each spends here in the same period; finite, ≥ 0.</param>
    /// <param name="years">How many years the period lasts, finite, &gt; 0.</param>
    /// <param name="marginRate">Profit of a unit of money spent, in [0, 1].</param>
    /// <param name="tau">The quantile by which wallets were estimated, in (0, 1).</param>
    /// <param name="level">How much the wallets' intervals cover, in (0, 1).</param>
    /// <exception cref="DataRejectedException">Columns of different lengths, a customer twice, or numbers out of range; names rows, the first being 0.</exception>
    public static WalletColumn Of(IReadOnlyList<CustomerId> customers, ReadOnlySpan<WalletEstimate> wallets, ReadOnlySpan<double> spend, double years, double marginRate, double tau = 0.9, double level = 0.9)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        ProblemList problems = new();
        string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        void Check(bool valid, int? row, string field, string value, string message)
        {
            if (!valid)
                problems.Add(row, field, value, message);
        }

        Check(wallets.Length == customers.Count && spend.Length == customers.Count, null, nameof(wallets), Text(wallets.Length), $"wallets and {spend.Length} amounts for {customers.Count} customers; give one of each a customer.");
        Check(years > 0 && years <= double.MaxValue, null, nameof(years), Text(years), "is not finite and above 0.");
        Check(marginRate is >= 0 and <= 1, null, nameof(marginRate), Text(marginRate), "is not in [0, 1].");
        Check(tau is > 0 and < 1, null, nameof(tau), Text(tau), "is not in (0, 1).");
        Check(level is > 0 and < 1, null, nameof(level), Text(level), "is not in (0, 1).");
        problems.ThrowIfAny();
        HashSet<CustomerId> seen = [];
        for (int row = 0; row < spend.Length; row++)
        {
            Check(CustomerId.IsValid(customers[row].Value) && seen.Add(customers[row]), row, nameof(customers), customers[row].Value, "is no customer id, or there twice.");
            Check(spend[row] >= 0 && spend[row] <= double.MaxValue, row, nameof(spend), Text(spend[row]), "is not finite and ≥ 0.");
        }

        problems.ThrowIfAny();
        int[] order = new int[customers.Count];
        for (int row = 0; row < order.Length; row++)
            order[row] = row;
        CustomerId[] ids = [.. customers];
        Array.Sort(ids, order);
        double[][] perYear = [new double[order.Length], new double[order.Length], new double[order.Length]];
        double[] wallet = new double[order.Length], here = new double[order.Length];
        for (int row = 0; row < order.Length; row++)
        {
            WalletEstimate estimate = wallets[order[row]];
            (wallet[row], here[row]) = (estimate.Wallet / years, spend[order[row]] / years);
            double[] ends = [estimate.Wallet, estimate.Low, estimate.High];
            for (int end = 0; end < 3; end++)
                perYear[end][row] = WalletUpside.Of(ends[end] / years, here[row], marginRate, 1).Value;
        }

        return new(ids, perYear, wallet, here, marginRate, tau) { IntervalLevel = level };
    }

    /// <inheritdoc/>
    public override Upside At(int row, double discountedYears) => WalletUpside.Of(wallet[row], spend[row], marginRate, discountedYears);

    /// <inheritdoc/>
    public override LocalizedText Explain(int row)
    {
        string part = Wording.Percent(tau), most = Wording.Number(wallet[row]), here = Wording.Number(spend[row]), share = Wording.Percent(ShareOfWallet(row)), headroom = Wording.Number(Math.Max(0, wallet[row] - spend[row]));
        return new(
            $"Of customers like this one {part} spend at most {most} a year; {here} are spent here ({share} of the wallet), which leaves {headroom} at a margin of {Wording.Percent(marginRate)}.",
            $"相似客户中有{part}每年支出不超过{most}；本店{here}（钱包份额{share}），余下{headroom}，毛利率{Wording.Percent(marginRate)}。");
    }
}
