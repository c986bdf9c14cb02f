using System.Text;
using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Tracing;

/// <summary>A trace in lines of text.</summary>
internal static class TraceText
{
    public static string Of(RuleTrace trace, DisplayLanguage language)
    {
        StringBuilder text = new();
        bool isChinese = language == DisplayLanguage.Chinese;
        text.Append(isChinese ? "计划 " : "programme ").Append(trace.ProgramHash).Append('\n');
        if (trace.Outcomes.Count == 0)
            text.Append(isChinese ? "没有规则监听此事件\n" : "no rule listens to this event\n");
        foreach (RuleOutcome outcome in trace.Outcomes)
        {
            text.Append(outcome.Rule.Id);
            if (outcome.Rule.Name is { } name)
                text.Append(isChinese ? $"（{name.Chinese}）" : $" ({name.English})");
            text.Append(isChinese ? "：" : ": ").Append(outcome.Describe().In(language)).Append('\n');
            string change = outcome.Change().In(language);
            if (change.Length > 0)
                text.Append("  → ").Append(change).Append('\n');
        }
        return text.ToString();
    }
}
