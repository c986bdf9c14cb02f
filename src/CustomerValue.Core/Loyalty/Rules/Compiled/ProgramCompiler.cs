using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>Looks up everything that rules name, once. What a checked programme can't have is an exception here.</summary>
internal sealed class ProgramCompiler
{
    private readonly LoyaltyProgram program;
    private readonly Dictionary<string, int> wallets;
    private readonly Dictionary<string, CompiledCap> caps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> filters = new(StringComparer.Ordinal);

    public ProgramCompiler(LoyaltyProgram program)
    {
        this.program = program;
        wallets = program.Wallets.Select((wallet, at) => (wallet.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at, StringComparer.Ordinal);
        FilterOf(LineFilter.All);
        foreach (Cap cap in program.Caps)
            caps.Add(cap.Id, Compile(cap, !cap.PerMember));
        Rules = [.. program.Rules.OrderBy(rule => rule.Priority).ThenBy(rule => rule.Id, StringComparer.Ordinal).Select(Compile)];
        Triggers = [.. Rules.GroupBy(rule => rule.Rule.On, StringComparer.Ordinal).OrderBy(rules => rules.Key, StringComparer.Ordinal).Select(rules => Compile(rules.Key, [.. rules]))];
    }

    public List<LineFilter> Filters { get; } = [];

    public CompiledRule[] Rules { get; }

    public Trigger[] Triggers { get; }

    private CompiledRule Compile(LoyaltyRule rule, int index) => Compile(rule, index, [.. rule.Then.Select(Compile).OfType<CompiledEffect>()]);

    private CompiledRule Compile(LoyaltyRule rule, int index, CompiledEffect[] effects) => new()
    {
        Index = index,
        Rule = rule,
        IsGrouped = rule.Group is not null,
        HasBonus = Array.Exists(effects, effect => effect.Kind == AwardKind.Bonus),
        HasBase = Array.Exists(effects, effect => effect.Kind == AwardKind.Base),
        Effects = effects,
        Limit = rule.Limit is { } limit ? new CompiledLimit { Limit = limit, Id = rule.Id + CounterKey.Times } : null,
        Budget = rule.Budget is { } budget ? Compile(budget, true) : null,
        Cap = rule.Cap is { } cap ? Compile(cap, !cap.PerMember) : null,
        Shared = [.. rule.SharedCaps.Distinct().OrderBy(id => id, StringComparer.Ordinal).Select(id => caps[id])],
    };

    private CompiledCap Compile(Cap cap, bool isShared)
    {
        int wallet = wallets[cap.Wallet];
        return new CompiledCap { Cap = cap, Wallet = wallet, Limit = UnitsOf(cap.Limit, wallet).Round(RoundingMode.Floor), IsShared = isShared };
    }

    private CompiledEffect? Compile(Effect effect, int index) => effect switch
    {
        EarnEffect earn => Compile(earn, index),
        BonusEffect bonus => new CompiledEffect
        {
            Index = index,
            Form = EffectForm.Bonus,
            Kind = AwardKind.Bonus,
            Wallet = WalletOf(bonus.Wallet),
            Lines = bonus.Lines,
            Filter = FilterOf(bonus.Lines),
            Gains = bonus.Factor is { } factor ? [Gain(factor)] : GainsByTier(bonus),
        },
        IssueCouponEffect => new CompiledEffect { Index = index, Form = EffectForm.Reward, Kind = AwardKind.Reward },
        AwardEffect own => new CompiledEffect
        {
            Index = index,
            Form = EffectForm.Own,
            Kind = AwardKind.Fixed,
            Wallet = WalletOf(own.Wallet),
            To = own.To,
            Rate = Ratio.Of(UnitsOf(1, WalletOf(own.Wallet))),
            Own = own,
        },
        _ => null,
    };

    private CompiledEffect Compile(EarnEffect earn, int index)
    {
        int wallet = WalletOf(earn.Wallet);
        Fraction units = UnitsOf(earn.Points, wallet);
        decimal? per = earn.Per?.Amount ?? earn.PerQuantity;
        Fraction step = Fraction.Of(per ?? 1) * Fraction.Of(Millionths.PerUnit, 1);
        bool isFixed = per is null;
        return new CompiledEffect
        {
            Index = index,
            Form = isFixed ? EffectForm.Fixed
                : earn.Per is not null ? (earn.WholeSteps ? EffectForm.AmountSteps : EffectForm.PerAmount)
                : earn.WholeSteps ? EffectForm.QuantitySteps : EffectForm.PerQuantity,
            Kind = isFixed ? AwardKind.Fixed : AwardKind.Base,
            Wallet = wallet,
            To = earn.To,
            Lines = earn.Lines,
            Filter = FilterOf(earn.Lines),
            Currency = earn.Per?.Currency ?? default,
            Rate = Ratio.Of(isFixed || earn.WholeSteps ? units : units / step),
            Step = earn.WholeSteps && !isFixed ? step.Round(RoundingMode.Ceiling) : 0,
            Rounded = units.Round(program.Rounding.Mode),
        };
    }

    private Ratio[] GainsByTier(BonusEffect bonus)
    {
        IReadOnlyList<TierLevel> levels = program.Tiers?.Levels ?? [];
        // Two elements at least: one alone would stand for every tier.
        Ratio[] gains = new Ratio[Math.Max(2, levels.Count)];
        for (int at = 0; at < gains.Length; at++)
            gains[at] = at < levels.Count && bonus.FactorByTier.TryGetValue(levels[at].Id, out decimal factor) ? Gain(factor) : Ratio.Zero;
        return gains;
    }

    private static Ratio Gain(decimal factor) => factor >= 1
        ? Ratio.Of(Fraction.Of(factor) - Fraction.One)
        : throw new ArgumentException($"A factor of {factor} takes points away; a multiplier is at least 1.", nameof(factor));

    private Fraction UnitsOf(decimal points, int wallet)
    {
        Fraction units = Fraction.Of(points);
        for (int at = 0; at < program.Wallets[wallet].Scale; at++)
            units *= Fraction.Of(10, 1);
        return units;
    }

    private int WalletOf(string? id) => id is null ? 0 : wallets[id];

    private int FilterOf(LineFilter filter)
    {
        ContentWriter content = new();
        filter.WriteTo(content);
        string hash = content.Hash();
        if (filters.TryGetValue(hash, out int place))
            return place;
        filters.Add(hash, Filters.Count);
        Filters.Add(filter);
        return Filters.Count - 1;
    }

    private Trigger Compile(string on, CompiledRule[] rules)
    {
        List<RuleGroup> groups = [.. program.Groups.OrderBy(group => group.Id, StringComparer.Ordinal).Where(group => rules.Any(rule => rule.Rule.Group == group.Id))];
        return new Trigger
        {
            On = Events.EventTypes.Known.FirstOrDefault(known => known == on) ?? on,
            Rules = rules,
            Tests = new TestCompiler(FilterOf).Of(rules),
            Groups = [.. groups.Where(group => group.Mode != GroupMode.Stack || groups.Any(other => other.Excludes.Contains(group.Id))).Select(group => Compile(group, groups, rules))],
            Caps = [.. rules.SelectMany(rule => rule.Shared).Distinct().OrderBy(cap => cap.Cap.Id, StringComparer.Ordinal)],
            HasCaps = rules.Any(rule => rule.Budget is not null || rule.Cap is not null || rule.Shared.Length > 0),
            HasBonusOfLines = rules.Any(rule => rule.Effects.Any(effect => effect.Kind == AwardKind.Bonus && effect.Filter != 0)),
        };
    }

    private static TriggerGroup Compile(RuleGroup group, List<RuleGroup> groups, CompiledRule[] rules)
    {
        List<RuleGroup> kept = [.. groups.Where(one => one.Mode != GroupMode.Stack || groups.Any(other => other.Excludes.Contains(one.Id)))];
        return new TriggerGroup
        {
            Group = group,
            Rules = [.. Enumerable.Range(0, rules.Length).Where(at => rules[at].Rule.Group == group.Id)],
            Excludes = [.. group.Excludes.Select(id => kept.FindIndex(one => one.Id == id)).Where(at => at >= 0)],
            HasBonus = rules.Any(rule => rule.Rule.Group == group.Id && rule.HasBonus),
        };
    }
}
