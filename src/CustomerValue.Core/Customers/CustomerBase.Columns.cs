using System.Collections.Concurrent;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Customers;

/// <content>What is known of the customers, as columns by name.</content>
public sealed partial class CustomerBase
{
    private readonly ConcurrentDictionary<string, CustomerColumn?> made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CustomerColumn> added = new(StringComparer.Ordinal);

    private CustomerBase(CustomerBase other, IEnumerable<CustomerColumn> columns)
    {
        (Purchases, profiles, prospects, attributes) = (other.Purchases, other.profiles, other.prospects, other.attributes);
        foreach (CustomerColumn column in other.added.Values)
            added.Add(column.Name, column);
        List<DataProblem> problems = [];
        foreach (CustomerColumn column in columns)
        {
            if (column.Count != Count)
                problems.Add(new DataProblem { Field = column.Name, Value = $"{column.Count}", Message = $"rows, but there are {Count} customers; a column has one row a customer." });
            else if (other.HasColumn(column.Name) || added.ContainsKey(column.Name))
                problems.Add(new DataProblem { Field = column.Name, Message = "is a column already; give the new one another name." });
            else
                added.Add(column.Name, column);
        }

        if (problems.Count > 0)
            throw new DataRejectedException(problems);
    }

    /// <summary>The day to which everything is counted: the last day in the window of the purchases.</summary>
    public LocalDate AsOf => Purchases.Window.LastDay;

    /// <summary>The names of all columns: those of purchases, the added ones, and the profiles' attributes, each part ordered ordinally.</summary>
    public IReadOnlyList<string> Columns =>
        [.. ColumnNames.OfPurchases.Where(HasColumn), .. added.Keys.OrderBy(name => name, StringComparer.Ordinal), .. attributes.OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>Customers known by profile only, at a date: what strategies that need no purchases are fitted on.</summary>
    /// <param name="asOf">The day to which ages and the like are counted.</param>
    /// <param name="profiles">One a customer.</param>
    /// <exception cref="DataRejectedException">A profile has no customer, or a customer has two; names every row, the first being 0.</exception>
    public static CustomerBase OfProfiles(LocalDate asOf, IEnumerable<CustomerProfile> profiles) =>
        new(new PurchaseSummaryBuilder().Build(ObservationWindow.Through(asOf), TimeUnit.Day), profiles ?? throw new ArgumentNullException(nameof(profiles)));

    /// <summary>The same customers with further columns, such as what a model says of them.</summary>
    /// <param name="columns">One row a customer, in the order of the rows here.</param>
    /// <exception cref="DataRejectedException">A column has another number of rows, or a name that is taken; names each.</exception>
    public CustomerBase With(params CustomerColumn[] columns) => new(this, columns ?? throw new ArgumentNullException(nameof(columns)));

    /// <summary>Whether there is a column of this name.</summary>
    public bool HasColumn(string name) => Column(name) is not null;

    /// <summary>The column of this name, or null: of purchases (<see cref="ColumnNames"/>), added, or an attribute of the profiles as <see cref="TextColumn"/>.</summary>
    public CustomerColumn? Column(string name) => made.GetOrAdd(name ?? throw new ArgumentNullException(nameof(name)), Make);

    /// <summary>The column of this name, else the ordinally first whose name differs by case only; null where there is none.</summary>
    internal CustomerColumn? ColumnLike(string name) => Column(name)
        ?? (Columns.Where(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)).OrderBy(other => other, StringComparer.Ordinal).FirstOrDefault() is { } like ? Column(like) : null);

    private CustomerColumn? Make(string name)
    {
        if (added.TryGetValue(name, out CustomerColumn? column))
            return column;
        if (ColumnNames.OfPurchases.Contains(name))
            return PurchaseColumns.Make(this, name);
        if (!attributes.Contains(name))
            return null;
        string?[] values = new string?[Count];
        for (int row = 0; row < values.Length; row++)
            values[row] = Profile(row) is { } profile && profile.Attributes.TryGetValue(name, out string? value) ? value : null;
        return new TextColumn(name, values);
    }
}
