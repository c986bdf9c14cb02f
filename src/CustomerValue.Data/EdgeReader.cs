using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>
/// Reads who may win whom: from, to, and a probability where its column is named. Names such as source, target, referrer and referee are recognised too. Also reads plain
/// lists of numbers without a header, with comments behind # before them, or a first line that tells how many nodes and edges follow; their columns are from, to, probability.
/// </summary>
public static class EdgeReader
{
    private static readonly string[] PlainColumns = ["from", "to", "probability"];

    /// <summary>Reads the edges of a table.</summary>
    /// <param name="source">A file or a query.</param>
    /// <param name="probabilityColumn">The column of the probabilities; null where there is none.</param>
    /// <param name="customers">All customers there are; an edge of anybody else is refused. Null where the edges themselves say who there is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataRejectedException">The source can't be read, a column is missing, or rows are bad: no ids, unknown customers, numbers that are no probability. Names every problem.</exception>
    public static EdgeTable Read(TableSource source, string? probabilityColumn = null, IEnumerable<CustomerId>? customers = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        TableField[] fields =
        [
            new("from", true, "source", "src", "fromid", "sourceid", "influencer", "referrer", "inviter"),
            new("to", true, "target", "dst", "toid", "targetid", "influenced", "referee", "invitee"),
            new("probability", probabilityColumn is not null),
        ];
        using FieldReader reader = new(source.Name, RowReader.Open(source, PlainColumns, cancellationToken), fields, new Dictionary<string, string> { ["probability"] = probabilityColumn ?? "" });
        EdgeLoad load = new(reader, customers, probabilityColumn is not null);
        return load.Read(mayTellSize: reader.Rows is CsvReader { IsPlainList: true, Columns.Count: 2 });
    }
}
