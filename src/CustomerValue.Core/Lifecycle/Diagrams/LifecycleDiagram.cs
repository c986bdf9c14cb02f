using System.Text;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;

namespace CustomerValue.Lifecycle.Diagrams;

/// <summary>A definition as a picture in words: stages, and ways between them with their events and guards. Texts are data: what a drawing tool could take for syntax is taken out.</summary>
public static class LifecycleDiagram
{
    /// <summary>A state diagram for Mermaid (stateDiagram-v2); lifecycles beside the main one follow as diagrams of their own.</summary>
    /// <param name="definition">What to draw.</param>
    /// <param name="language">The language of labels.</param>
    public static string Mermaid(LifecycleDefinition definition, DisplayLanguage language = DisplayLanguage.English)
    {
        if (definition is null)
            throw new ArgumentNullException(nameof(definition));
        StringBuilder text = new("stateDiagram-v2\n    direction LR\n");
        foreach (LifecycleStage stage in definition.Stages)
            text.Append($"    state \"{MermaidText(stage.Label.In(language))}\" as {Id(stage.Key)}\n");
        foreach (LifecycleTransition transition in definition.Transitions)
        {
            foreach (string from in transition.From.Count == 0 ? ["[*]"] : transition.From.Select(Id))
                text.Append($"    {from} --> {Id(transition.To)} : {MermaidText(Words(definition, transition, language))}\n");
        }

        foreach (LifecycleStage end in definition.Stages.Where(stage => stage.IsEnd))
            text.Append($"    {Id(end.Key)} --> [*]\n");
        foreach (LifecycleDefinition parallel in definition.Parallel)
            text.Append('\n').Append(Mermaid(parallel, language));
        return text.ToString();
    }

    /// <summary>A directed graph for Graphviz; lifecycles beside the main one are clusters of their own.</summary>
    /// <param name="definition">What to draw.</param>
    /// <param name="language">The language of labels.</param>
    public static string Dot(LifecycleDefinition definition, DisplayLanguage language = DisplayLanguage.English)
    {
        if (definition is null)
            throw new ArgumentNullException(nameof(definition));
        StringBuilder text = new("digraph lifecycle {\n    rankdir=LR;\n    node [shape=box, style=rounded];\n");
        foreach (LifecycleDefinition each in definition.Parallel.Prepend(definition))
        {
            string prefix = Id(each.Key);
            text.Append($"    subgraph cluster_{prefix} {{\n        label=\"{DotText(each.Label.In(language))}\";\n        {prefix}__ [shape=point, label=\"\"];\n");
            foreach (LifecycleStage stage in each.Stages)
                text.Append($"        {prefix}_{Id(stage.Key)} [label=\"{DotText(stage.Label.In(language))}\"{(stage.IsEnd ? ", peripheries=2" : "")}];\n");
            foreach (LifecycleTransition transition in each.Transitions)
            {
                foreach (string from in transition.From.Count == 0 ? ["_"] : transition.From.Select(Id))
                    text.Append($"        {prefix}_{from} -> {prefix}_{Id(transition.To)} [label=\"{DotText(Words(each, transition, language))}\"];\n");
            }

            text.Append("    }\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Words(LifecycleDefinition definition, LifecycleTransition transition, DisplayLanguage language)
    {
        bool isChinese = language == DisplayLanguage.Chinese;
        string on = transition.On == LifecycleDefinition.Time ? isChinese ? "随时间" : "time" : definition.Events[definition.EventIndex(transition.On)].Label.In(language);
        string guard = transition.Guard.Equals(Guard.Always) ? "" : $" [{transition.Guard.Describe().In(language)}]";
        string hold = transition.HoldDays == 0 ? "" : isChinese ? $"，持续{transition.HoldDays}天" : $", held {transition.HoldDays} days";
        return $"{transition.Id} {on}{guard}{hold}";
    }

    /// <summary>Keys have letters, digits and hyphens; identifiers of both languages have no hyphens, and "end" is a word of Mermaid's.</summary>
    private static string Id(string key) => "s_" + key.Replace('-', '_');

    private static string MermaidText(string text)
    {
        StringBuilder clean = new();
        foreach (char c in text)
            clean.Append(c switch { '"' => "'", ';' => ",", '#' => " ", ':' => "∶", '<' => "＜", '>' => "＞", '{' => "(", '}' => ")", _ => char.IsControl(c) ? " " : c.ToString() });
        return clean.ToString();
    }

    private static string DotText(string text)
    {
        StringBuilder clean = new();
        foreach (char c in text)
            clean.Append(c switch { '"' => "\\\"", '\\' => "\\\\", _ => char.IsControl(c) ? " " : c.ToString() });
        return clean.ToString();
    }
}
