using System.Text;
using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Data;

/// <summary>A table read field by field: what is wrong is told with row, field and value, and a row with a problem is not good.</summary>
internal sealed class FieldReader : IDisposable
{
    private const int LongestText = 1000;
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private readonly IReadOnlyList<TableField> fields;
    private readonly int[] columns;

    /// <summary>Opens a table and finds its columns; a column that is missing or ambiguous refuses it.</summary>
    public FieldReader(string source, RowReader reader, IReadOnlyList<TableField> fields, IReadOnlyDictionary<string, string>? given = null)
    {
        (Rows, this.fields) = (reader, fields);
        columns = ColumnMap.Find(source, reader.Columns, fields, given ?? new Dictionary<string, string>(), Log);
        Log.ThrowIfAny();
        reader.Select(columns.Where(column => column >= 0).Distinct().ToArray());
    }

    public RowReader Rows { get; }

    public ProblemLog Log { get; } = new();

    /// <summary>Whether nothing was wrong with the fields read of this row.</summary>
    public bool Good { get; private set; }

    /// <summary>Moves to the next row that can be split; false after the last.</summary>
    public bool Next()
    {
        while (Rows.Read())
        {
            Good = true;
            if (Rows.Broken is not { } broken)
                return true;
            Log.Add(Rows, broken);
        }

        return false;
    }

    public void Dispose() => Rows.Dispose();

    public bool Has(int field) => columns[field] >= 0;

    /// <summary>Whether the table has the field and this row a value of it.</summary>
    public bool IsGiven(int field) => Has(field) && !Rows.Field(columns[field]).IsEmpty;

    public CustomerId Customer(int field)
    {
        string key = CsvText.Restore(Encoding.UTF8.GetString(Rows.Field(columns[field])));
        if (CustomerId.IsValid(key))
            return new(key);
        Refuse(field, FieldText.WantKey);
        return default;
    }

    /// <summary>A text as it stands; refused where it is longer than a key may be.</summary>
    public string Text(int field)
    {
        string text = CsvText.Restore(Encoding.UTF8.GetString(Rows.Field(columns[field])));
        if (text.Length is > 0 and <= LongestText)
            return text;
        Refuse(field, $"is no text of 1 to {LongestText} characters.");
        return "";
    }

    public LocalDate Date(int field)
    {
        if (FieldText.TryDay(Rows.Field(columns[field]), out int day))
            return Epoch.PlusDays(day);
        Refuse(field, FieldText.WantDate);
        return default;
    }

    public decimal Amount(int field)
    {
        if (FieldText.TryMillionths(Rows.Field(columns[field]), out long millionths))
            return (decimal)millionths / PurchaseBatch.MinorUnits;
        Refuse(field, FieldText.WantAmount);
        return 0;
    }

    public double Number(int field)
    {
        if (FieldText.TryNumber(Rows.Field(columns[field]), out double number))
            return number;
        Refuse(field, FieldText.WantNumber);
        return 0;
    }

    /// <summary>Tells that the field of this row is wrong.</summary>
    public void Refuse(int field, string message)
    {
        Good = false;
        Log.Add(Rows, message, fields[field].Name, Rows.Field(columns[field]));
    }
}
