using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Several conditions as one: all of them, or any.</summary>
public abstract class CompoundCondition : Condition
{
    private protected CompoundCondition(IReadOnlyList<Condition> conditions)
    {
        Conditions = [.. conditions ?? throw new ArgumentNullException(nameof(conditions))];
        if (Conditions.Any(condition => condition is null))
            throw new ArgumentException("A condition among them is null.", nameof(conditions));
    }

    /// <summary>The conditions in order.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>Whether one condition that fails decides for all; else one that holds does.</summary>
    public abstract bool IsAll { get; }

    internal sealed override IReadOnlyList<Condition> Parts => Conditions;

    /// <inheritdoc/>
    public sealed override LocalizedText Describe()
    {
        if (Conditions.Count == 0)
            return IsAll ? new LocalizedText("everyone", "所有人") : new LocalizedText("no one", "无人");
        LocalizedText[] parts = [.. Conditions.Select(condition => Bracketed(condition, condition is CompoundCondition { Conditions.Count: > 1 } inner && inner.IsAll != IsAll))];
        return new LocalizedText(string.Join(IsAll ? " and " : " or ", parts.Select(part => part.English)), string.Join(IsAll ? " 且 " : " 或 ", parts.Select(part => part.Chinese)));
    }

    internal static LocalizedText Bracketed(Condition condition, bool bracket)
    {
        LocalizedText text = condition.Describe();
        return bracket ? new LocalizedText($"({text.English})", $"（{text.Chinese}）") : text;
    }

    internal sealed override bool? Decide(CellChoice cells)
    {
        bool? all = IsAll;
        foreach (Condition condition in Conditions)
        {
            bool? one = condition.Decide(cells);
            if (one == !IsAll)
                return one;
            all = one is null ? null : all;
        }

        return all;
    }

    internal sealed override void Explain(CustomerBase customers, int row, bool holds, Clauses clauses)
    {
        // What decides is one part where one is enough, and all of them where none may differ.
        foreach (Condition condition in holds == IsAll ? Conditions : Conditions.Where(condition => condition.Holds(customers, row) == holds).Take(1))
            condition.Explain(customers, row, holds, clauses);
    }

    private protected sealed override bool SameAs(Condition other) => Conditions.SequenceEqual(((CompoundCondition)other).Conditions);
}
