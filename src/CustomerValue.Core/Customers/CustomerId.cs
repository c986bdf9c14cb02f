namespace CustomerValue.Customers;

/// <summary>Who a customer is: the key that the business uses, as text, compared ordinally. The default value is no customer and equals nothing valid.</summary>
public readonly record struct CustomerId : IComparable<CustomerId>
{
    private readonly string? value;

    /// <summary>Makes an id from a key of 1 to 256 characters without control characters.</summary>
    /// <exception cref="ArgumentException">The key is empty, blank, too long or has control characters.</exception>
    public CustomerId(string value)
    {
        if (!IsValid(value))
            throw new ArgumentException($"A customer id has 1 to {LongestKey} characters, is not blank and has no control characters; got '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>The longest key, in UTF-16 code units.</summary>
    public const int LongestKey = 256;

    /// <summary>The key as given; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>Whether <paramref name="key"/> may be an id.</summary>
    public static bool IsValid(string? key)
    {
        if (string.IsNullOrWhiteSpace(key) || key!.Length > LongestKey)
            return false;
        foreach (char c in key)
        {
            if (char.IsControl(c))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(CustomerId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Ordinal order.</summary>
    public static bool operator <(CustomerId left, CustomerId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(CustomerId left, CustomerId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(CustomerId left, CustomerId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(CustomerId left, CustomerId right) => left.CompareTo(right) >= 0;

    /// <summary>The key.</summary>
    public override string ToString() => Value;
}
