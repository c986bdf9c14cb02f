using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>What changed between two dates, and why: the customers of most value first.</summary>
public static class LifecycleAlerts
{
    /// <summary>Compares two dates. A customer has at most one alert: a first purchase, a return, a worse stage, a fall of value, in this order.</summary>
    /// <param name="before">Stages at the earlier date.</param>
    /// <param name="after">Stages of the same customers at the later date, by the same definition.</param>
    /// <param name="valueBefore">What each was worth at the earlier date; empty where nobody says. NaN where unknown.</param>
    /// <param name="valueAfter">What each is worth at the later date; empty where nobody says. NaN where unknown.</param>
    /// <param name="options">What is told; null for the defaults.</param>
    /// <exception cref="DataRejectedException">Options are invalid, or dates, customers or definitions don't go together.</exception>
    public static IReadOnlyList<LifecycleAlert> Between(StageColumns before, StageColumns after, ReadOnlySpan<double> valueBefore = default, ReadOnlySpan<double> valueAfter = default, LifecycleAlertOptions? options = null)
    {
        if (before is null)
            throw new ArgumentNullException(nameof(before));
        if (after is null)
            throw new ArgumentNullException(nameof(after));
        options ??= new();
        List<DataProblem> problems = [.. options.Validate()];
        void Check(bool valid, string field, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Message = message });
        }

        int customers = after.Purchases.Count;
        Check(before.AsOf < after.AsOf, "after", "is not later than before; give the earlier date first.");
        Check(before.Purchases == after.Purchases, "customers", "are not the same; evaluate both dates on the same purchases.");
        Check(before.Definition == after.Definition, "definition", "is not the same at both dates.");
        Check(valueBefore.Length is 0 || valueBefore.Length == customers, nameof(valueBefore), $"has no row for each of {customers} customers.");
        Check(valueAfter.Length is 0 || valueAfter.Length == customers, nameof(valueAfter), $"has no row for each of {customers} customers.");
        if (problems.Count > 0)
            throw new DataRejectedException(problems);

        List<LifecycleAlert> alerts = [];
        for (int row = 0; row < customers; row++)
        {
            if (after.Stages[row] < 0)
                continue;
            LifecycleStage to = after.Definition.Stages[after.Stages[row]];
            LifecycleStage? from = before.Stages[row] < 0 ? null : before.Definition.Stages[before.Stages[row]];
            double? now = Known(valueAfter, row), then = Known(valueBefore, row), lost = then - now;
            LocalDate since = after.Since(row)!.Value;
            LifecycleAlertKind? kind = from is null ? LifecycleAlertKind.FirstPurchase
                : IsReturn(after.Definition, to) && (from != to || since > before.AsOf) ? LifecycleAlertKind.Reactivated
                : to.Standing < from.Standing ? LifecycleAlertKind.StageWorse
                : then > 0 && lost >= options.ValueDrop * then ? LifecycleAlertKind.ValueDropped
                : null;
            if (kind is { } told)
                alerts.Add(new LifecycleAlert { Customer = after.Purchases.Customers[row], Kind = told, From = from, To = to, Since = since, Value = now, ValueLost = lost, Reason = Reason(told, from, to, since, then, now) });
        }

        return alerts.OrderByDescending(alert => Math.Max(alert.Value ?? 0, (alert.Value ?? 0) + (alert.ValueLost ?? 0))).ThenBy(alert => alert.Customer).Take(options.Most).Select(WithEvidence).ToList().AsReadOnly();

        // Only for those who are told: evidence is found by replaying a customer's purchases.
        LifecycleAlert WithEvidence(LifecycleAlert alert) => alert.Kind != LifecycleAlertKind.ValueDropped && after.Reason(after.Purchases.RowOf(alert.Customer)) is { } why
            ? alert with { Reason = new($"{alert.Reason.English} {why.English}", alert.Reason.Chinese + why.Chinese) }
            : alert;
    }

    private static double? Known(ReadOnlySpan<double> values, int row) => values.IsEmpty || double.IsNaN(values[row]) ? null : values[row];

    /// <summary>A stage that only customers enter who were taken for lost.</summary>
    private static bool IsReturn(LifecycleDefinition definition, LifecycleStage stage) => definition.Transitions.Any(transition => transition.IsFalseAlarm && transition.To == stage.Key);

    private static LocalizedText Reason(LifecycleAlertKind kind, LifecycleStage? from, LifecycleStage to, LocalDate since, double? then, double? now)
    {
        string day = since.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return kind switch
        {
            LifecycleAlertKind.FirstPurchase => new($"Bought for the first time; {to.Label.English} since {day}.", $"首次购买；自{day}起为{to.Label.Chinese}。"),
            LifecycleAlertKind.Reactivated => new($"Came back after having been {from!.Label.English}; {to.Label.English} since {day}.", $"此前为{from.Label.Chinese}，重新购买；自{day}起为{to.Label.Chinese}。"),
            LifecycleAlertKind.StageWorse => new($"Went from {from!.Label.English} to {to.Label.English} on {day}.", $"{day}由{from.Label.Chinese}变为{to.Label.Chinese}。"),
            _ => new($"The value fell from {Wording.Number(then!.Value)} to {Wording.Number(now!.Value)}; still {to.Label.English}.", $"价值由{Wording.Number(then.Value)}降至{Wording.Number(now.Value)}；仍为{to.Label.Chinese}。"),
        };
    }
}
