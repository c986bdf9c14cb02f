using System.Globalization;
using CustomerValue.Customers.Summing;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>Puts walked transitions into words and evidence.</summary>
internal sealed class StageChangeMaker(LifecycleDefinition definition, LifecycleClock clock, ReplayedEvents events)
{
    public IReadOnlyList<StageChange> Make(List<WalkedChange> walked)
    {
        StageChange[] changes = new StageChange[walked.Count];
        for (int i = 0; i < changes.Length; i++)
        {
            WalkedChange change = walked[i];
            LifecycleTransition transition = definition.Transitions[change.Transition];
            LifecycleEvidence after = change.After.On(clock, change.Day, i == 0 ? change.Day : change.StageSince, withAlive: true);
            LifecycleEvent? because = change.Row < 0 ? null : events[change.Row];
            LifecycleEvidence before = i == 0 ? LifecycleEvidence.Unknown : change.Before.On(clock, change.Day, change.StageSince, withAlive: true);
            changes[i] = new StageChange
            {
                Stage = definition.Stages[change.Stage],
                Left = i == 0 ? null : definition.Stages[walked[i - 1].Stage],
                On = DayNumber.Date(change.Day),
                Transition = transition,
                EventId = because?.Id,
                Evidence = after,
                Before = before,
                ModelVersion = change.After.Model?.Version,
                // Who comes back is told by how long it was silent, not by the silence of 0 since.
                Reason = Reason(transition, because, transition.IsFalseAlarm ? before : after),
            };
        }

        return Array.AsReadOnly(changes);
    }

    private LocalizedText Reason(LifecycleTransition transition, LifecycleEvent? because, in LifecycleEvidence evidence)
    {
        List<string> english = [], chinese = [];
        foreach (Measure measure in transition.Kept)
        {
            double value = evidence[measure];
            if (double.IsNaN(value))
                continue;
            LocalizedText name = MeasureWords.Name(measure);
            string number = value.ToString("0.###", CultureInfo.InvariantCulture);
            english.Add($"{name.English} {number}");
            chinese.Add($"{name.Chinese} {number}");
        }

        string with = english.Count == 0 ? "" : " with " + string.Join(", ", english), withChinese = chinese.Count == 0 ? "" : "，" + string.Join("，", chinese);
        string why = because?.Reason is null ? "" : $" ({because.Reason})";
        return because is null
            ? new($"{transition.Id} by the passing of time{with}: {transition.Guard}.", $"{transition.Id}，随时间推移{withChinese}：{transition.Guard.Describe().Chinese}。")
            : new($"{transition.Id} on {because.Kind} {because.Id}{with}{why}.", $"{transition.Id}，因{definition.Events[definition.EventIndex(because.Kind)].Label.Chinese} {because.Id}{withChinese}{why}。");
    }
}
