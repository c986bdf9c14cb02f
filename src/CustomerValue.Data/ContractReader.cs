using System.Text;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>
/// Reads contracts from the columns of a summary: age, the contract periods begun; recency, the period at whose end the customer left, or the age
/// where the customer is still there; and customer where there is one. Other columns, frequency among them, say nothing of a contract and are passed over.
/// </summary>
public static class ContractReader
{
    private const int Recency = 0, Age = 1, Weight = 2, Customer = 3, Cohort = 4;

    /// <summary>Reads a table of contracts.</summary>
    /// <param name="source">A file or a query.</param>
    /// <param name="unit">The length of a contract period; the table doesn't say.</param>
    /// <param name="weightColumn">The column that says how often each row counts; null where every row counts once.</param>
    /// <param name="cohort">A column and the value in it whose rows are taken; null for all rows.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataRejectedException">The source can't be read, a column is missing, no row is of the cohort, or rows are bad or name a customer twice. Names every problem.</exception>
    public static ContractTable Read(TableSource source, TimeUnit unit, string? weightColumn = null, (string Column, string Value)? cohort = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        TableField[] fields =
        [
            new("recency", true, "tx", "recencycal"),
            new("age", true, "t", "tcal", "periods"),
            new("weights", weightColumn is not null),
            new("customer", false, "id", "customerid", "customerkey"),
            new("cohort", cohort is not null),
        ];
        ProblemLog log = new();
        List<double>[] numbers = [[], [], []];
        List<CustomerId> customers = [];
        Dictionary<CustomerId, long> rowOf = [];
        List<long> rows = [];
        using RowReader reader = RowReader.Open(source, cancellationToken);
        int[] columns = ColumnMap.Find(source.Name, reader.Columns, fields, new Dictionary<string, string> { ["weights"] = weightColumn ?? "", ["cohort"] = cohort?.Column ?? "" }, log);
        log.ThrowIfAny();
        reader.Select(columns.Where(column => column >= 0).Distinct().ToArray());
        while (reader.Read())
        {
            if (reader.Broken is { } broken)
                log.Add(reader, broken);
            else if (cohort is null || Text(Cohort) == cohort.Value.Value)
                Take();
        }

        log.ThrowIfAny();
        if (rows.Count == 0)
            throw new DataRejectedException(new DataProblem { Source = source.Name, Field = cohort?.Column, Value = cohort?.Value, Message = "is in no row; give a value of the column, as it is written there." });
        try
        {
            return new()
            {
                Columns = ContractColumns.OfPeriods(unit, numbers[Recency], numbers[Age], customers: columns[Customer] >= 0 ? [.. customers] : null),
                Weights = weightColumn is null ? null : numbers[Weight],
            };
        }
        catch (DataRejectedException refusal)
        {
            // The columns count rows of customers; people count rows of the file.
            throw new DataRejectedException(refusal.Problems.Select(problem => problem with { Source = source.Name, Row = rows[(int)problem.Row!] }).ToArray(), refusal.Count);
        }

        string Text(int field) => CsvText.Restore(Encoding.UTF8.GetString(reader.Field(columns[field])));

        void Take()
        {
            double[] row = new double[Customer];
            bool good = true;
            for (int field = 0; field < Customer; field++)
            {
                if (columns[field] < 0)
                    continue;
                ReadOnlySpan<byte> text = reader.Field(columns[field]);
                string? wrong = !FieldText.TryNumber(text, out row[field]) ? FieldText.WantNumber
                    : field == Weight && row[field] < 0 ? "is below 0; a weight says how often the row counts." : null;
                good &= wrong is null;
                if (wrong is not null)
                    log.Add(reader, wrong, fields[field].Name, text);
            }

            CustomerId customer = default;
            if (columns[Customer] >= 0)
            {
                string key = Text(Customer);
                string? wrong = !CustomerId.IsValid(key) ? FieldText.WantKey
                    : !rowOf.TryAdd(customer = new(key), reader.Row) ? $"is in row {rowOf[customer]} already; give every customer one row." : null;
                good &= wrong is null;
                if (wrong is not null)
                    log.Add(reader, wrong, "customer", reader.Field(columns[Customer]));
            }

            if (!good)
                return;
            rows.Add(reader.Row);
            customers.Add(customer);
            for (int field = 0; field < Customer; field++)
                numbers[field].Add(row[field]);
        }
    }
}
