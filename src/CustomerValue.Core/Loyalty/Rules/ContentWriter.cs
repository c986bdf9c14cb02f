using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Rules;

/// <summary>Writes content in one canonical form, each field with its name, whose SHA-256 is the content's hash. Fields are written in a fixed order by the types that have them.</summary>
public sealed class ContentWriter
{
    private readonly StringBuilder text = new();

    /// <summary>Writes a text; null is told apart from the empty one.</summary>
    public ContentWriter Field(string name, string? value)
    {
        text.Append(name).Append('=');
        if (value is null)
            text.Append('-');
        else
            text.Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value);
        text.Append(';');
        return this;
    }

    /// <summary>Writes a whole number.</summary>
    public ContentWriter Field(string name, long value) => Field(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a decimal by its value: 1.50 and 1.5 are the same.</summary>
    public ContentWriter Field(string name, decimal? value) => Field(name, value is { } number ? (number / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>Writes an amount.</summary>
    public ContentWriter Field(string name, Money? value) => Field(name, value?.Amount).Field(name + ".currency", value?.Currency.Code);

    /// <summary>Writes a choice by its name.</summary>
    public ContentWriter Choice<T>(string name, T value)
        where T : struct, Enum => Field(name, value.ToString());

    /// <summary>Writes yes or no.</summary>
    public ContentWriter Flag(string name, bool value) => Field(name, value ? "1" : "0");

    /// <summary>Writes texts in their order.</summary>
    public ContentWriter Fields(string name, IEnumerable<string> values)
    {
        List<string> all = [.. values ?? throw new ArgumentNullException(nameof(values))];
        Field(name, all.Count);
        foreach (string value in all)
            Field(name, value);
        return this;
    }

    /// <summary>Writes a part that writes itself, with its beginning and end; null is told apart.</summary>
    public ContentWriter Part<T>(string name, T? part, Action<T, ContentWriter> write)
        where T : class
    {
        if (part is null)
            return Field(name, (string?)null);
        text.Append(name).Append('{');
        (write ?? throw new ArgumentNullException(nameof(write)))(part, this);
        text.Append('}');
        return this;
    }

    /// <summary>Writes parts in their order.</summary>
    public ContentWriter Parts<T>(string name, IReadOnlyList<T> parts, Action<T, ContentWriter> write)
        where T : class
    {
        Field(name, (parts ?? throw new ArgumentNullException(nameof(parts))).Count);
        foreach (T part in parts)
            Part(name, part, write);
        return this;
    }

    /// <summary>The SHA-256 of all that was written, as 64 hexadecimal digits.</summary>
    public string Hash()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
#if NET
        byte[] hash = SHA256.HashData(bytes);
#else
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(bytes);
#endif
        return string.Concat(hash.Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
