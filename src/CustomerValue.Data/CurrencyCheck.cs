using System.Text;
using CustomerValue.Customers;

namespace CustomerValue.Data;

/// <summary>Sees that all rows have one currency: the one given, else that of the first row.</summary>
internal sealed class CurrencyCheck(Currency? given)
{
    private readonly byte[] unnamed = Encoding.UTF8.GetBytes((given ?? default).Code);
    private readonly HashSet<string> told = [];
    private byte[]? known = given is { } currency ? Encoding.UTF8.GetBytes(currency.Code) : null;
    private string owner = "the one given for all rows";

    /// <summary>The currency of all rows.</summary>
    public Currency Known { get; private set; } = given ?? default;

    /// <summary>Whether a row had another currency. That no skipping of rows can mend.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>Whether the current row has the currency of all rows. Another currency is told of once.</summary>
    public bool Judge(RowReader reader, int column, ProblemLog log)
    {
        ReadOnlySpan<byte> code = column < 0 ? default : reader.Field(column);
        if (code.IsEmpty && (column < 0 || given is not null))
            code = unnamed;
        if (known is not null && code.SequenceEqual(known))
            return true;

        string text = Encoding.UTF8.GetString(code);
        if (!Currency.IsValid(text))
        {
            log.Add(reader, "is no currency; give an ISO 4217 code of three capital letters such as CNY, or one currency for all rows that name none.", "currency", code);
            return false;
        }

        if (known is null)
        {
            known = code.ToArray();
            Known = new(text);
            owner = $"that of row {reader.Row} of {reader.Source}";
            return true;
        }

        IsMixed = true;
        if (told.Add(text))
            log.Add(reader, $"is another currency than {Known}, {owner}; convert the amounts, or read one currency at a time.", "currency", code);
        return false;
    }
}
