using CustomerValue.Lifecycle;
using CustomerValue.Lifecycle.Definition;

namespace CustomerValue.Json.Reading;

/// <summary>Reads lifecycle definitions, and reports what their check finds beside what the document does wrong.</summary>
internal static class LifecycleReader
{
    private const string Many = "an array of at most 200 objects";

    public static LifecycleDefinition? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        LifecycleBuilder builder = Builder(fields);
        foreach (StrictValue parallel in Items(fields["parallel"]))
        {
            if (parallel.Object(each => Make(each, Builder(each), each.Problems.Count)) is { } made)
                builder.Beside(made);
        }

        return Make(fields, builder, before);
    }

    private static LifecycleDefinition? Make(StrictObject fields, LifecycleBuilder builder, long before)
    {
        // What is wrong in the document would show up again in the check.
        if (fields.Problems.Count > before)
            return null;
        DefinitionFinding[] errors = [.. builder.Check().Where(finding => finding.IsError)];
        foreach (DefinitionFinding error in errors)
            fields.Problems.Add(fields.Path, error.Where, error.Message.English);
        return errors.Length > 0 ? null : builder.Build();
    }

    private static LifecycleBuilder Builder(StrictObject fields)
    {
        LifecycleBuilder builder = new(fields["key"].Text(), fields["definitionVersion"].Text(), fields["label"].Localized());
        foreach (StrictValue item in Items(fields["events"], needed: true))
            builder.With(item.Object(each => new LifecycleEventType { Key = each["key"].Text(), Label = each["label"].Localized() }) is { } read ? [read] : Array.Empty<LifecycleEventType>());
        foreach (StrictValue item in Items(fields["stages"], needed: true))
            builder.With(item.Object(Stage) is { } read ? [read] : Array.Empty<LifecycleStage>());
        foreach (StrictValue item in Items(fields["transitions"], needed: true))
            builder.With(item.Object(Transition) is { } read ? [read] : Array.Empty<LifecycleTransition>());
        foreach (StrictValue item in Items(fields["groupings"]))
            builder.With(item.Object(Grouping) is { } read ? [read] : Array.Empty<StageGrouping>());
        return builder;
    }

    private static LifecycleStage Stage(StrictObject fields) => new()
    {
        Key = fields["key"].Text(),
        Label = fields["label"].Localized(),
        Description = fields["description"].IsMissing ? default : fields["description"].Localized(),
        Standing = fields["standing"].Whole(int.MinValue),
        IsEnd = !fields["isEnd"].IsMissing && fields["isEnd"].Boolean(),
    };

    private static LifecycleTransition Transition(StrictObject fields) => new()
    {
        Id = fields["id"].Text(),
        From = Texts(fields["from"]),
        To = fields["to"].Text(),
        On = fields["on"].Text(),
        Guard = fields["guard"].IsMissing ? Guard.Always : Guarded(fields["guard"]) ?? Guard.Always,
        HoldDays = fields["holdDays"].IsMissing ? 0 : fields["holdDays"].Whole(0),
        AtOnce = fields["atOnce"].IsMissing ? null : Guarded(fields["atOnce"]),
        Rank = fields["rank"].IsMissing ? 0 : fields["rank"].Whole(int.MinValue),
        Evidence = fields["evidence"].IsMissing ? null : [.. fields["evidence"].Array("an array of measures").Select(value => value.Choice(LifecycleWords.Measures))],
        IsFalseAlarm = !fields["isFalseAlarm"].IsMissing && fields["isFalseAlarm"].Boolean(),
        NeedsReason = !fields["needsReason"].IsMissing && fields["needsReason"].Boolean(),
        Description = fields["description"].IsMissing ? default : fields["description"].Localized(),
    };

    private static StageGrouping Grouping(StrictObject fields) => new()
    {
        Key = fields["key"].Text(),
        Label = fields["label"].Localized(),
        Groups = [.. Items(fields["groups"], needed: true).Select(item => item.Object(each => new StageGroup { Key = each["key"].Text(), Label = each["label"].Localized(), Stages = Texts(each["stages"]) })).OfType<StageGroup>()],
    };

    private static Guard? Guarded(StrictValue value) => value.Object(fields =>
    {
        StrictValue form = fields["is"];
        if (form.IsWord(RuleWords.All) || form.IsWord(RuleWords.Any))
        {
            long before = fields.Problems.Count;
            IReadOnlyList<StrictValue> items = fields["of"].Array("an array of at most 32 guards", 32);
            Guard?[] parts = [.. items.Select(Guarded)];
            return fields.Problems.Count > before ? null : form.IsWord(RuleWords.All) ? Guard.All([.. parts.OfType<Guard>()]) : Guard.Any([.. parts.OfType<Guard>()]);
        }

        long compare = fields.Problems.Count;
        if (!form.IsWord("at-least") && !form.IsWord("above") && !form.IsWord("at-most") && !form.IsWord("below"))
        {
            form.Reject($"one of {string.Join(", ", LifecycleWords.Comparisons.Keys)}, {RuleWords.All}, {RuleWords.Any}");
            return null;
        }

        Comparison comparison = form.Choice(LifecycleWords.Comparisons);
        Measure measure = fields["measure"].Choice(LifecycleWords.Measures);
        double bound = fields["value"].Number();
        return fields.Problems.Count > compare ? null : Guard.Compare(measure, comparison, bound);
    }, "a guard such as {\"is\":\"at-least\",\"measure\":\"silence\",\"value\":1.5}");

    private static IReadOnlyList<StrictValue> Items(StrictValue value, bool needed = false) => value.IsMissing && !needed ? [] : value.Array(Many, LifecycleBuilder.Most);

    private static string[] Texts(StrictValue value) => [.. value.Array("an array of at most 200 texts", LifecycleBuilder.Most).Select(text => text.Text())];
}
