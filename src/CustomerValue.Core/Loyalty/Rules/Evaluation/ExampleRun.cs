using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules.Compiled;
using CustomerValue.Validation;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>Tries each rule by itself on its examples.</summary>
internal static class ExampleRun
{
    public static IReadOnlyList<ProgramFinding> Of(CompiledProgram program)
    {
        List<ProgramFinding> failed = [];
        AwardList awards = new();
        for (int at = 0; at < program.Program.Rules.Count; at++)
        {
            LoyaltyRule rule = program.Program.Rules[at];
            for (int example = 0; example < rule.Examples.Count; example++)
            {
                if (Problem(program, rule, rule.Examples[example], awards) is not { } problem)
                    continue;
                failed.Add(new ProgramFinding
                {
                    Severity = FindingSeverity.Error,
                    Code = ProgramFindingCode.ExampleFailed,
                    Path = string.Format(CultureInfo.InvariantCulture, "$.rules[{0}].examples[{1}]", at, example),
                    Rule = rule.Id,
                    Message = problem,
                });
            }
        }
        return failed;
    }

    private static LocalizedText? Problem(CompiledProgram program, LoyaltyRule rule, RuleExample example, AwardList awards)
    {
        CompiledRule compiled = program.Compiled.Single(one => one.Rule == rule);
        if (example.Given.Type != rule.On)
            return new($"The example is about {example.Given.Type}, the rule listens to {rule.On}.", $"示例事件为 {example.Given.Type}，而规则监听 {rule.On}。");
        if (example.Expect.Keys.FirstOrDefault(id => program.WalletOf(id) < 0) is { } unknown)
            return new($"There is no wallet '{unknown}'.", $"没有钱包“{unknown}”。");
        if (example.Tier is { } tier && program.RankOf(tier) < 0)
            return new($"There is no tier '{tier}'.", $"没有等级“{tier}”。");
        RuleTrace trace = new();
        try
        {
            OrderFacts? order = example.Given is OrderPaid paid ? new OrderFacts(paid.Order) : null;
            RuleFacts facts = new(example.Given, program.Calendar.LocalOf(example.Given.OccurredAt), new ExampleMember(program, example), order);
            RuleEvaluation.Run(program, facts.For(program), NothingUsed.Instance, awards, trace, compiled);
        }
        catch (Exception problem) when (problem is DataRejectedException or OverflowException)
        {
            return new($"The event can't be rated: {problem.Message}", $"事件无法计算：{problem.Message}");
        }
        return Difference(program, compiled, example, awards, trace);
    }

    private static LocalizedText? Difference(CompiledProgram program, CompiledRule rule, RuleExample example, AwardList awards, RuleTrace trace)
    {
        for (int wallet = 0; wallet < program.Wallets.Count; wallet++)
        {
            string id = program.Wallets[wallet].Id;
            decimal paid = 0;
            for (int at = 0; at < awards.Count; at++)
                paid += awards[at].Rule == rule.Index && awards[at].Wallet == wallet ? awards[at].Granted / program.UnitsPerPoint(wallet) : 0;
            decimal expected = example.Expect.TryGetValue(id, out decimal points) ? points : 0;
            if (paid == expected)
                continue;
            LocalizedText why = trace.Outcomes.Single(outcome => outcome.Rule == rule.Rule).Describe();
            return new(
                $"The example expects {Say.Number(expected)} {id}; the rule pays {Say.Number(paid)}: {why.English}", $"示例期望 {Say.Number(expected)} {id}；规则给出 {Say.Number(paid)}：{why.Chinese}");
        }
        return null;
    }

    private sealed class NothingUsed : ICounterView
    {
        public static NothingUsed Instance { get; } = new();

        public long Used(in CounterKey key) => 0;
    }
}
