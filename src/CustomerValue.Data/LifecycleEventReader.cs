using CustomerValue.Customers;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>
/// Reads what happened to customers: customer, kind and date, and where there are any id, amount, of, recorded_on, term_end, reason and actor.
/// An event without an id is called by its row.
/// </summary>
public static class LifecycleEventReader
{
    private const int Customer = 0, Kind = 1, Date = 2, Id = 3, Amount = 4, Of = 5, RecordedOn = 6, TermEnd = 7, Reason = 8, Actor = 9;

    /// <summary>Reads the events of a table, by customer in ordinal order, each customer's in the order of the rows. A definition says which kinds it knows when they are replayed.</summary>
    /// <param name="source">A file or a query.</param>
    /// <param name="columns">Columns by field, as the caller maps them; null where their names say so.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataRejectedException">The source can't be read, a column is missing, or rows are bad. Names every problem.</exception>
    public static IReadOnlyList<KeyValuePair<CustomerId, IReadOnlyList<LifecycleEvent>>> Read(TableSource source, IReadOnlyDictionary<string, string>? columns = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        TableField[] fields =
        [
            new("customer", true, "customerid", "customerkey", "accountid"),
            new("kind", true, "event", "type", "eventtype"),
            new("date", true, "day", "occurredon", "eventdate"),
            new("id", false, "eventid", "order", "orderid"),
            new("amount", false, "value"),
            new("of", false, "undoes", "refundof"),
            new("recorded_on", false, "recordedon", "knownon"),
            new("term_end", false, "termend", "contractend"),
            new("reason", false),
            new("actor", false, "recordedby", "user"),
        ];
        SortedDictionary<CustomerId, List<LifecycleEvent>> events = [];
        using FieldReader reader = new(source.Name, RowReader.Open(source, cancellationToken), fields, columns);
        while (reader.Next())
        {
            CustomerId customer = reader.Customer(Customer);
            LifecycleEvent read = new()
            {
                Id = reader.IsGiven(Id) ? reader.Text(Id) : $"row {reader.Rows.Row}",
                Kind = reader.Text(Kind),
                Day = reader.Date(Date),
                Amount = reader.IsGiven(Amount) ? reader.Amount(Amount) : null,
                Of = reader.IsGiven(Of) ? reader.Text(Of) : null,
                RecordedOn = reader.IsGiven(RecordedOn) ? reader.Date(RecordedOn) : null,
                TermEnd = reader.IsGiven(TermEnd) ? reader.Date(TermEnd) : null,
                Reason = reader.IsGiven(Reason) ? reader.Text(Reason) : null,
                Actor = reader.IsGiven(Actor) ? reader.Text(Actor) : null,
                Row = reader.Rows.Row,
            };
            if (read.Amount < 0)
                reader.Refuse(Amount, "is below 0; a refund is an event of its own, its amount 0 or more.");
            if (!reader.Good)
                continue;
            if (!events.TryGetValue(customer, out List<LifecycleEvent>? all))
                events.Add(customer, all = []);
            all.Add(read);
        }

        reader.Log.ThrowIfAny();
        return [.. events.Select(each => KeyValuePair.Create(each.Key, (IReadOnlyList<LifecycleEvent>)each.Value))];
    }
}
