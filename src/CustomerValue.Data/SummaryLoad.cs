using System.Globalization;
using System.Text;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>One reading of summaries.</summary>
internal sealed class SummaryLoad(TableSource source, string? weightColumn)
{
    private const int Frequency = 0, Recency = 1, Age = 2, Spend = 3, HoldoutFrequency = 4, HoldoutSpend = 5, HoldoutLength = 6, Weight = 7, LogGaps = 8, LogSpend = 9, Customer = 10;
    private readonly TableField[] fields =
    [
        new("frequency", true, "x", "frequencycal"),
        new("recency", true, "tx", "recencycal"),
        new("age", true, "t", "tcal", "periods"),
        new("spend", false, "zbar", "monetaryvalue", "monetaryvaluecal"),
        new("holdout_frequency", false, "frequencyholdout"),
        new("holdout_spend", false, "monetaryvalueholdout"),
        new("holdout_length", false, "durationholdout"),
        new("weights", weightColumn is not null),
        new("log_gaps", false, "litt"),
        new("log_spend", false),
        new("customer", false, "id", "customerid", "customerkey"),
    ];

    private readonly ProblemLog log = new();
    private readonly List<double>[] numbers = Enumerable.Range(0, Customer).Select(_ => new List<double>()).ToArray();
    private readonly List<CustomerId> customers = [];
    private readonly Dictionary<CustomerId, long> rowOf = [];
    private readonly List<long> rows = [];
    private int[] columns = [];

    public void Read(CancellationToken cancellationToken)
    {
        using RowReader reader = RowReader.Open(source, cancellationToken);
        columns = ColumnMap.Find(source.Name, reader.Columns, fields, new Dictionary<string, string> { ["weights"] = weightColumn ?? "" }, log);
        int[] holdout = [HoldoutFrequency, HoldoutSpend, HoldoutLength];
        if (holdout.Any(Has) && !holdout.All(Has))
            log.Add(new DataProblem { Source = source.Name, Field = "holdout", Message = "is there in part; give holdout_frequency, holdout_spend and holdout_length, or none of them." });
        log.ThrowIfAny();
        reader.Select(columns.Where(column => column >= 0).Distinct().ToArray());
        while (reader.Read())
        {
            if (reader.Broken is { } broken)
                log.Add(reader, broken);
            else
                ReadRow(reader);
        }
    }

    public SummaryTable Finish(TimeUnit unit)
    {
        SummaryColumns? summary = null;
        try
        {
            summary = new(unit, Whole(Frequency), Column(Recency), Column(Age), Has(Spend) ? Column(Spend) : null, Has(Customer) ? [.. customers] : null, Has(LogGaps) ? Column(LogGaps) : null, Has(LogSpend) ? Column(LogSpend) : null);
        }
        catch (DataRejectedException refusal)
        {
            // The columns count rows of customers; people count rows of the file.
            log.Add(new DataRejectedException(refusal.Problems.Select(problem => problem with { Source = source.Name, Field = FieldName(problem.Field), Row = rows[(int)problem.Row!] }).ToArray(), refusal.Count));
        }

        log.ThrowIfAny();
        return new()
        {
            Columns = summary!,
            Holdout = Has(HoldoutLength) ? new(numbers[HoldoutLength][0], Whole(HoldoutFrequency), Column(HoldoutSpend)) : null,
            Weights = Has(Weight) ? Column(Weight) : null,
        };
    }

    private bool Has(int field) => columns[field] >= 0;

    private double[] Column(int field) => [.. numbers[field]];

    private int[] Whole(int field) => numbers[field].ConvertAll(number => (int)number).ToArray();

    /// <summary>Takes the whole row or nothing of it.</summary>
    private void ReadRow(RowReader reader)
    {
        CustomerId? customer = Has(Customer) ? ReadCustomer(reader) : default(CustomerId);
        bool good = customer is not null;
        Span<double> row = stackalloc double[Customer];
        for (int field = 0; field < Customer; field++)
        {
            if (!Has(field))
                continue;
            ReadOnlySpan<byte> text = reader.Field(columns[field]);
            if (text.IsEmpty && field is LogGaps or LogSpend)
            {
                row[field] = double.NaN;
                continue;
            }

            string? wrong = FieldText.TryNumber(text, out row[field]) ? Wrong(field, row[field]) : FieldText.WantNumber;
            if (wrong is null)
                continue;
            log.Add(reader, wrong, fields[field].Name, text);
            good = false;
        }

        if (!good)
            return;
        rows.Add(reader.Row);
        customers.Add(customer!.Value);
        for (int field = 0; field < Customer; field++)
            numbers[field].Add(row[field]);
    }

    /// <summary>The summary's names of columns are not those of the file.</summary>
    private static string? FieldName(string? column) => column switch
    {
        "logGaps" => "log_gaps",
        "logSpend" => "log_spend",
        _ => column,
    };

    private string? Wrong(int field, double number) => field switch
    {
        Frequency or HoldoutFrequency when number is < 0 or > int.MaxValue || number != Math.Floor(number) => "is no count; give a whole number from 0 up.",
        Weight when number < 0 => "is below 0; a weight says how often the row counts.",
        HoldoutLength when number <= 0 => "is not above 0; it is the length of the holdout in the unit of recency and age.",
        HoldoutLength when numbers[HoldoutLength] is [double first, ..] && first != number => string.Create(CultureInfo.InvariantCulture, $"differs from the {first} of the first row; every customer is watched for the same time."),
        _ => null,
    };

    private CustomerId? ReadCustomer(RowReader reader)
    {
        ReadOnlySpan<byte> text = reader.Field(columns[Customer]);
        string key = CsvText.Restore(Encoding.UTF8.GetString(text));
        if (!CustomerId.IsValid(key))
            log.Add(reader, FieldText.WantKey, "customer", text);
        else if (!rowOf.TryAdd(new(key), reader.Row))
            log.Add(reader, $"is in row {rowOf[new(key)]} already; give every customer one row.", "customer", text);
        else
            return new(key);
        return null;
    }
}
