using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using NodaTime;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>What became of the customers of each stage: how many bought again. It shows what a stage's name is worth, such as how many of those called lost were not. Immutable.</summary>
public sealed record StageOutcomes
{
    private readonly StageOutcome[] outcomes;

    private StageOutcomes(StageOutcome[] outcomes, LocalDate from, LocalDate until) => (this.outcomes, From, Until) = (outcomes, from, until);

    /// <summary>The day of the stages.</summary>
    public LocalDate From { get; }

    /// <summary>The last day on which a purchase counts as coming back.</summary>
    public LocalDate Until { get; }

    /// <summary>One for each stage, in the order of the definition.</summary>
    public IReadOnlyList<StageOutcome> Stages => Array.AsReadOnly(outcomes);

    /// <summary>Counts who bought after the day of the stages.</summary>
    /// <param name="stages">Stages on a day.</param>
    /// <param name="purchases">The same customers' purchases, later ones too.</param>
    /// <param name="until">The last day that counts; after the day of the stages.</param>
    public static StageOutcomes Of(StageColumns stages, PurchaseCalendar purchases, LocalDate until)
    {
        if (stages is null)
            throw new ArgumentNullException(nameof(stages));
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (until <= stages.AsOf)
            throw new ArgumentOutOfRangeException(nameof(until), until, $"Give a day after {stages.AsOf}, the day of the stages.");
        int[] customers = new int[stages.Definition.Stages.Count], back = new int[customers.Length];
        int from = DayNumber.Of(stages.AsOf), last = DayNumber.Of(until);
        for (int row = 0; row < stages.Stages.Length; row++)
        {
            int stage = stages.Stages[row];
            if (stage < 0)
                continue;
            customers[stage]++;
            int other = purchases == stages.Purchases ? row : purchases.RowOf(stages.Purchases.Customers[row]);
            if (other >= 0 && purchases.BoughtBy(other, last).Length > purchases.BoughtBy(other, from).Length)
                back[stage]++;
        }

        return new([.. stages.Definition.Stages.Select((stage, i) => new StageOutcome { Stage = stage, Customers = customers[i], CameBack = back[i] })], stages.AsOf, until);
    }
}
