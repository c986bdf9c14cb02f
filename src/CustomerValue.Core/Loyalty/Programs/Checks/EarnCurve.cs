using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>What an order of an amount earns at most in a wallet, as far as its amount alone decides: conditions on anything else are taken to hold, caps and limits to have room.</summary>
internal sealed class EarnCurve
{
    private readonly LoyaltyProgram program;
    private readonly Wallet wallet;
    private readonly LoyaltyRule[] rules;
    private readonly Dictionary<string, GroupMode> groups = [];

    public EarnCurve(LoyaltyProgram program, Wallet wallet)
    {
        this.program = program;
        this.wallet = wallet;
        rules = [.. program.Rules.Take(ProgramCheck.MostRules).Where(rule => rule.On == EventTypes.OrderPaid)];
        foreach (RuleGroup group in program.Groups)
            groups[group.Id] = group.Mode;
        Base = rules.SelectMany(rule => rule.Then).OfType<EarnEffect>().Where(earn => IsOurs(earn.Wallet) && earn.Per is { Amount: > 0 }).Sum(earn => Bounded(earn.Points) / Math.Max(0.000001m, earn.Per!.Value.Amount));
        Most = Base * MostFactor(rules);
        Uncapped = Base * MostFactor(rules.Where(rule => rule.Cap is null && rule.Budget is null && rule.SharedCaps.Count == 0));
    }

    /// <summary>Points per major unit of money, before multipliers.</summary>
    public decimal Base { get; }

    /// <summary>The same with every multiplier that can come together.</summary>
    public decimal Most { get; }

    /// <summary>The same with those that no cap or budget ends.</summary>
    public decimal Uncapped { get; }

    /// <summary>The bounds of conditions on the amount of the whole order.</summary>
    public IReadOnlyList<decimal> Thresholds => [.. rules.SelectMany(rule => rule.When is { } when ? Bounds(when, 0) : []).Distinct().OrderBy(bound => bound).Take(200)];

    /// <summary>Points for an order of an amount.</summary>
    public decimal At(decimal amount)
    {
        LoyaltyRule[] firing = [.. rules.Where(rule => rule.When is not { } when || Holds(when, amount, 0) != Truth.False)];
        decimal points = firing.SelectMany(rule => rule.Then).OfType<EarnEffect>().Where(earn => IsOurs(earn.Wallet) && earn.Per is { Amount: > 0 }).Sum(earn => Bounded(earn.Points) * Steps(earn, amount));
        decimal rest = points * (MostFactor(firing) - 1);
        foreach (IGrouping<string?, LoyaltyRule> group in firing.GroupBy(rule => rule.Group))
        {
            IEnumerable<decimal> paid = group.Select(rule => rule.Then.OfType<EarnEffect>().Where(earn => IsOurs(earn.Wallet) && earn.Per is null && earn.PerQuantity is null).Sum(earn => Bounded(earn.Points)));
            rest += IsStack(group.Key) ? paid.Sum() : paid.Max();
        }

        return points + rest;
    }

    private static decimal Steps(EarnEffect earn, decimal amount)
    {
        decimal steps = Math.Min(amount / Math.Max(0.000001m, earn.Per!.Value.Amount), 1_000_000_000_000m);
        return earn.WholeSteps ? decimal.Floor(steps) : steps;
    }

    private static decimal Bounded(decimal value) => Math.Max(0, Math.Min(value, 1_000_000m));

    private bool IsOurs(string? id) => id is null ? program.Wallets.Count == 1 : id == wallet.Id;

    private bool IsStack(string? group) => group is null || !groups.TryGetValue(group, out GroupMode mode) || mode == GroupMode.Stack;

    private decimal MostFactor(IEnumerable<LoyaltyRule> among)
    {
        decimal sum = 0;
        decimal product = 1;
        foreach (IGrouping<string?, LoyaltyRule> group in among.GroupBy(rule => rule.Group))
        {
            IEnumerable<decimal> more = group.Select(rule => rule.Then.OfType<BonusEffect>().Where(bonus => IsOurs(bonus.Wallet)).Sum(Factor));
            foreach (decimal factor in IsStack(group.Key) ? more : [more.Max()])
            {
                sum += factor;
                product = Math.Min(1_000_000m, product * (1 + factor));
            }
        }

        return program.Composition == Composition.Multiplicative ? product : Math.Min(1_000_000m, 1 + sum);
    }

    private static decimal Factor(BonusEffect bonus) => Math.Min(1_000_000m, Math.Max(0, (bonus.Factor ?? (bonus.FactorByTier.Count == 0 ? 1 : bonus.FactorByTier.Values.Max())) - 1));

    private static IEnumerable<decimal> Bounds(Condition condition, int depth) => depth > ConditionCheck.Deepest ? [] : condition switch
    {
        AmountCondition { Lines: var lines } amount when lines.IsAll => new[] { amount.AtLeast, amount.Above, amount.AtMost, amount.Below }.OfType<Money>().Select(money => Math.Min(money.Amount, CheckScope.Largest)),
        AllCondition all => all.Of.SelectMany(part => Bounds(part, depth + 1)),
        AnyCondition any => any.Of.SelectMany(part => Bounds(part, depth + 1)),
        NotCondition not => Bounds(not.Of, depth + 1),
        _ => [],
    };

    private static Truth Holds(Condition condition, decimal amount, int depth)
    {
        if (depth > ConditionCheck.Deepest)
            return Truth.Unknown;
        return condition switch
        {
            AmountCondition { Lines: var lines } range when lines.IsAll =>
                amount < range.AtLeast?.Amount || amount <= range.Above?.Amount || amount > range.AtMost?.Amount || amount >= range.Below?.Amount ? Truth.False : Truth.True,
            AllCondition all => all.Of.Count == 0 ? Truth.True : all.Of.Min(part => Holds(part, amount, depth + 1)),
            AnyCondition any => any.Of.Count == 0 ? Truth.False : any.Of.Max(part => Holds(part, amount, depth + 1)),
            NotCondition not => (Truth)(Truth.True - Holds(not.Of, amount, depth + 1)),
            _ => Truth.Unknown,
        };
    }
}
