using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules.Compiled;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Rules.Evaluation;

namespace CustomerValue.Loyalty.Rules;

/// <summary>A programme that was checked and made ready to run. Immutable, and safe for any number of threads.</summary>
public sealed class CompiledProgram
{
    private readonly Trigger[] triggers;
    private readonly decimal[] unitsPerPoint;

    private CompiledProgram(LoyaltyProgram program)
    {
        Program = program;
        Calendar = new LoyaltyCalendar(program.TimeZone, program.Policies.LeapDay);
        Hash = ProgramContent.HashOf(program);
        Wallets = Array.AsReadOnly(program.Wallets.ToArray());
        ProgramCompiler compiler = new(program);
        Compiled = compiler.Rules;
        Filters = [.. compiler.Filters];
        triggers = compiler.Triggers;
        Rules = Array.AsReadOnly(Array.ConvertAll(Compiled, rule => rule.Rule));
        Rounding = program.Rounding.Mode;
        RoundsByLine = program.Rounding.Scope == RoundingScope.LineRule;
        IsMultiplicative = program.Composition == Composition.Multiplicative;
        unitsPerPoint = [.. Wallets.Select(wallet => Enumerable.Repeat(10m, wallet.Scale).Aggregate(1m, (product, ten) => product * ten))];
        ReverseEarn = Rules.SelectMany(rule => rule.Then).OfType<ReverseEarnEffect>().FirstOrDefault();
        Restore = Rules.SelectMany(rule => rule.Then).OfType<RestoreRedemptionEffect>().FirstOrDefault();
    }

    /// <summary>The programme as data.</summary>
    public LoyaltyProgram Program { get; }

    /// <summary>SHA-256 of the programme's content as 64 hexadecimal digits; the order of rules, groups and caps in a file does not change it.</summary>
    public string Hash { get; }

    /// <summary>The calendar of the programme's zone.</summary>
    public LoyaltyCalendar Calendar { get; }

    /// <summary>The rules in the order of priority, then id.</summary>
    public IReadOnlyList<LoyaltyRule> Rules { get; }

    /// <summary>The wallets.</summary>
    public IReadOnlyList<Wallet> Wallets { get; }

    /// <summary>What a refund takes back of what an order earned, or null where no rule does it.</summary>
    public ReverseEarnEffect? ReverseEarn { get; }

    /// <summary>What a refund gives back of the points that paid for an order, or null where no rule does it.</summary>
    public RestoreRedemptionEffect? Restore { get; }

    internal CompiledRule[] Compiled { get; }

    internal LineFilter[] Filters { get; }

    internal RoundingMode Rounding { get; }

    internal int WalletCount => unitsPerPoint.Length;

    internal bool RoundsByLine { get; }

    internal bool IsMultiplicative { get; }

    /// <summary>Checks a programme, tries its examples and makes it ready to run.</summary>
    /// <exception cref="ProgramRejectedException">It has errors, or a rule does not do what its example says; names all of them.</exception>
    public static CompiledProgram Load(LoyaltyProgram program)
    {
        IReadOnlyList<ProgramFinding> findings = Check(program, out CompiledProgram? compiled);
        return compiled ?? throw new ProgramRejectedException(findings);
    }

    /// <summary>All that is wrong or doubtful about a programme, its examples included; one without errors can be loaded.</summary>
    public static IReadOnlyList<ProgramFinding> Check(LoyaltyProgram program) => Check(program, out _);

    /// <summary>The place of a wallet: −1 for one that there is not; null stands for the only one.</summary>
    public int WalletOf(string? id)
    {
        if (id is null)
            return Wallets.Count == 1 ? 0 : -1;
        for (int at = 0; at < Wallets.Count; at++)
        {
            if (Wallets[at].Id == id)
                return at;
        }
        return -1;
    }

    /// <summary>The place of a tier from below, from 0; −1 for one that there is not.</summary>
    public int RankOf(string level)
    {
        if (Program.Tiers is not { } tiers)
            return -1;
        for (int at = 0; at < tiers.Levels.Count; at++)
        {
            if (tiers.Levels[at].Id == level)
                return at;
        }
        return -1;
    }

    /// <summary>Works out what the rules pay for an event. Nothing is allocated when there is no trace and the list was filled before.</summary>
    /// <param name="facts">The event, the member and the order.</param>
    /// <param name="counters">What limits, caps and budgets have used so far.</param>
    /// <param name="awards">Is filled with the awards in the order of priority and id.</param>
    /// <param name="trace">Is filled with what became of each rule, or null.</param>
    /// <exception cref="OverflowException">The points can't be counted in 64 bits.</exception>
    public void Evaluate(in RuleFacts facts, ICounterView counters, AwardList awards, RuleTrace? trace = null) => RuleEvaluation.Run(
        this,
        facts.For(this),
        counters ?? throw new ArgumentNullException(nameof(counters)),
        awards ?? throw new ArgumentNullException(nameof(awards)),
        trace);

    /// <summary>What an award uses of limits (one time), caps and budgets (the units granted).</summary>
    public IReadOnlyList<CounterUse> UsesOf(in Award award, in RuleFacts facts)
    {
        CompiledRule rule = Compiled[award.Rule];
        if (!rule.IsCounted)
            return [];
        List<CounterUse> uses = [];
        if (award.UsesLimit && rule.Limit is { } limit)
            uses.Add(new CounterUse(limit.KeyOf(Calendar, facts), 1, Program.Policies.OnceReversal == OnceReversal.ReArm));
        if (award.Granted == 0)
            return uses;
        Use(rule.Budget, award, facts, uses);
        Use(rule.Cap, award, facts, uses);
        foreach (CompiledCap cap in rule.Shared)
            Use(cap, award, facts, uses);
        return uses;
    }

    /// <summary>Exact units that each line of the order earned, summing to the award's; empty where there is no order. Fixed awards go by the lines' eligible amounts, in equal parts where they are all 0. To be asked before the list of the award is filled again.</summary>
    public IReadOnlyList<Fraction> LinesOf(in Award award, in RuleFacts facts)
    {
        if (facts.Order is not { } order)
            return [];
        AwardList awards = award.Among ?? throw new ArgumentException("The award comes from no evaluation.", nameof(award));
        Scratch scratch = awards.Scratch;
        scratch.Room(order.Lines.Length);
        LineShares.Fill(this, awards, awards.IndexOf(award), award.Units, facts, scratch.Parts, scratch.PartsOfBase);
        Fraction[] parts = new Fraction[order.Lines.Length];
        for (int line = 0; line < parts.Length; line++)
            parts[line] = scratch.Parts[line].Lowest;
        return parts;
    }

    /// <summary>Tries what the rules' examples say: each rule by itself, on an event given; the points that it pays against those expected.</summary>
    /// <returns>Those that failed.</returns>
    public IReadOnlyList<ProgramFinding> RunExamples() => ExampleRun.Of(this);

    private static IReadOnlyList<ProgramFinding> Check(LoyaltyProgram program, out CompiledProgram? compiled)
    {
        compiled = null;
        IReadOnlyList<ProgramFinding> findings = ProgramCheck.Of(program);
        if (findings.Any(finding => finding.Severity == FindingSeverity.Error))
            return findings;
        CompiledProgram ready = new(program);
        IReadOnlyList<ProgramFinding> failed = ready.RunExamples();
        if (failed.Count > 0)
            return [.. findings, .. failed];
        compiled = ready;
        return findings;
    }

    internal CompiledEffect EffectOf(in Award award)
    {
        CompiledEffect[] effects = Compiled[award.Rule].Effects;
        // Effects that pay nothing leave gaps before those that do.
        int at = Math.Min(award.Effect, effects.Length - 1);
        while (effects[at].Index != award.Effect)
            at--;
        return effects[at];
    }

    internal decimal UnitsPerPoint(int wallet) => unitsPerPoint[wallet];

    internal Trigger? TriggerOf(string type)
    {
        foreach (Trigger trigger in triggers)
        {
            if (ReferenceEquals(trigger.On, type))
                return trigger;
        }
        foreach (Trigger trigger in triggers)
        {
            if (trigger.On == type)
                return trigger;
        }
        return null;
    }

    private void Use(CompiledCap? cap, in Award award, in RuleFacts facts, List<CounterUse> uses)
    {
        if (cap is not null && cap.Wallet == award.Wallet)
            uses.Add(new CounterUse(cap.KeyOf(Calendar, facts, award.To == AwardTo.Referrer), award.Granted, cap.Cap.ReleaseOnReversal));
    }
}
