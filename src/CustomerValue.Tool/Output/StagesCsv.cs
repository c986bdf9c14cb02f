using CustomerValue.Data;
using CustomerValue.Labels;
using CustomerValue.Lifecycle;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Tool.Commands;

namespace CustomerValue.Tool.Output;

/// <summary>STAGES.csv: a row a customer; after the evidence a column a parallel lifecycle, and one a date asked about. What is not known is an empty field.</summary>
internal static class StagesCsv
{
    private static readonly string[] Names =
    [
        "customer", "stage", "label", "since", "transition", "purchases", "silent_days", "silence", "alive", "second_purchase", "model", "false_alarms", "refused", "reason",
    ];

    /// <param name="csv">Where to.</param>
    /// <param name="answer">What to write.</param>
    /// <param name="sizes">Counted on the way: customers in each stage.</param>
    /// <param name="language">Of labels and reasons.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static void Write(CsvWriter csv, LifecycleAnswer answer, int[] sizes, DisplayLanguage language, CancellationToken cancellation)
    {
        LifecycleDefinition definition = answer.Definition;
        csv.Header([.. Names, .. definition.Groupings.Select(grouping => grouping.Key), .. definition.Parallel.Select(parallel => parallel.Key), .. answer.Dates.Select(date => date.Iso())]);
        for (int row = 0; row < answer.Customers.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            LifecycleHistory history = answer.History(row);
            StageChange? present = history.Present;
            if (present is not null)
                sizes[definition.StageIndex(present.Stage.Key)]++;
            csv.Text(answer.Customers[row].Value);
            csv.Text(present?.Stage.Key);
            csv.Text(present?.Stage.Label.In(language));
            csv.Text(present?.On.Iso());
            csv.Text(present?.Transition.Id);
            LifecycleEvidence evidence = present?.Evidence ?? LifecycleEvidence.Unknown;
            csv.Number(Known(evidence.Purchases));
            csv.Number(Known(evidence.SilentDays));
            csv.Number(Known(evidence.Silence));
            csv.Number(Known(evidence.Alive));
            csv.Number(Known(evidence.SecondPurchase));
            csv.Text(present?.ModelVersion);
            csv.Number((long?)history.FalseAlarms);
            csv.Text(string.Join("; ", history.Refused.Select(refused => refused.Reason.In(language))));
            csv.Text(present?.Reason.In(language));
            foreach (StageGrouping grouping in definition.Groupings)
                csv.Text(present is null ? null : grouping.GroupOf(present.Stage.Key)?.Key);
            foreach (LifecycleHistory parallel in history.Parallel)
                csv.Text(parallel.Present?.Stage.Key);
            foreach (sbyte[] stages in answer.Stages)
                csv.Text(stages[row] < 0 ? null : definition.Stages[stages[row]].Key);
            csv.EndRow();
        }
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
