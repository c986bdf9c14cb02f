using CustomerValue.Loyalty.Programs;
using CustomerValue.Validation;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>Whether a member who is written down fits a programme.</summary>
internal static class SnapshotCheck
{
    public static ProblemList Of(CompiledProgram program, MemberSnapshot member)
    {
        ProblemList problems = new();
        Check(program, member, "", problems);
        if (member.Referrer is { } referrer)
            Check(program, referrer, "referrer.", problems);
        return problems;
    }

    /// <summary>The caps of members, or the budgets over all of them.</summary>
    public static IEnumerable<Cap> Caps(CompiledProgram program, bool perMember) =>
        program.Program.Caps.Concat(program.Rules.SelectMany(rule => new[] { rule.Cap, rule.Budget }).OfType<Cap>()).Where(cap => cap.PerMember == perMember);

    private static void Check(CompiledProgram program, MemberSnapshot member, string path, ProblemList problems)
    {
        if (member.Tier is { } tier && program.RankOf(tier) < 0)
            problems.Add(null, path + "tier", tier, program.Program.Tiers is { } tiers ? $"is no tier of the programme; it has {string.Join(", ", tiers.Levels.Select(level => level.Id))}." : "is given, but the programme has no tiers.");
        if (member.Purchases < 0)
            problems.Add(null, path + "purchases", Say.Number(member.Purchases), "is below 0.");
        foreach (KeyValuePair<string, int> times in member.Times.OrderBy(times => times.Key, StringComparer.Ordinal))
        {
            if (!program.Rules.Any(rule => rule.Id == times.Key && rule.Limit is not null))
                problems.Add(null, path + "times", times.Key, "is no rule with a limit.");
            else if (times.Value < 0)
                problems.Add(null, path + "times." + times.Key, Say.Number(times.Value), "is below 0.");
        }

        Check(Caps(program, true), member.Used, path + "used", "cap", problems);
        Check(Caps(program, false), member.Budgets, path + "budgets", "budget", problems);
    }

    private static void Check(IEnumerable<Cap> caps, IReadOnlyDictionary<string, decimal> given, string path, string what, ProblemList problems)
    {
        foreach (KeyValuePair<string, decimal> used in given.OrderBy(used => used.Key, StringComparer.Ordinal))
        {
            if (caps.FirstOrDefault(cap => cap.Id == used.Key) is not { } cap)
                problems.Add(null, path, used.Key, $"is no {what} of the programme; it has {string.Join(", ", caps.Select(each => each.Id).DefaultIfEmpty("none"))}.");
            else if (used.Value < 0 || used.Value > cap.Limit)
                problems.Add(null, path + "." + used.Key, Say.Number(used.Value), $"is not in [0, {Say.Number(cap.Limit)}], what it limits.");
        }
    }
}
