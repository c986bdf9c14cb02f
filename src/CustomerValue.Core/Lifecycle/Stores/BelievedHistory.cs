using CustomerValue.Customers.Summing;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using NodaTime;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>What is believed of a customer after all that was said of him, run by run. Kept for many customers, one after the other.</summary>
internal sealed class BelievedHistory
{
    private readonly List<StageMark> marks = [];
    private long run;

    public IReadOnlyList<StageMark> Marks => marks;

    public void Clear()
    {
        marks.Clear();
        run = 0;
    }

    /// <summary>Hears what a run says; runs and their lines come in order.</summary>
    public void Hear(in StageMark mark)
    {
        if (mark.Run != run)
        {
            // From its first day on a run replaces what was said before.
            while (marks.Count > 0 && marks[marks.Count - 1].On >= mark.On)
                marks.RemoveAt(marks.Count - 1);
            run = mark.Run;
        }

        if (mark.Transition is not null)
            marks.Add(mark);
    }

    /// <summary>The last stage that began up to a day; null for none.</summary>
    public StageMark? On(LocalDate day)
    {
        for (int at = marks.Count - 1; at >= 0; at--)
        {
            if (marks[at].On <= day)
                return marks[at];
        }

        return null;
    }

    /// <summary>What a run has to say so that another history is believed.</summary>
    /// <returns>The first of its changes to be said, and the day from which it replaces what is believed; null where nothing differs.</returns>
    public Difference? To(ReadOnlySpan<HistoryChange> history, LifecycleDefinition definition)
    {
        int same = 0;
        while (same < marks.Count && same < history.Length && IsSame(marks[same], history[same], definition))
            same++;
        if (same == marks.Count && same == history.Length)
            return null;
        int day = Math.Min(same < marks.Count ? DayNumber.Of(marks[same].On) : int.MaxValue, same < history.Length ? history[same].Day : int.MaxValue);
        // What is the same of that day is replaced with it, and so is said again.
        while (same > 0 && history[same - 1].Day == day)
            same--;
        return new Difference(same, day);
    }

    private static bool IsSame(in StageMark mark, in HistoryChange change, LifecycleDefinition definition) =>
        DayNumber.Of(mark.On) == change.Day && mark.Stage == definition.Stages[change.Stage].Key && mark.Transition == definition.Transitions[change.Transition].Id;

    /// <param name="From">The first change that is said.</param>
    /// <param name="Day">The day from which on what was believed is replaced.</param>
    internal readonly record struct Difference(int From, int Day);
}
