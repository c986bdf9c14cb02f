using System.Globalization;
using CustomerValue.Customers.Summing;

namespace CustomerValue.Customers;

/// <summary>Gives keys consecutive numbers from 0, in the order in which they are first seen; keys are compared ordinally. Not thread-safe while keys are added.</summary>
public sealed class KeyIndex
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> numbersOfIntegers = [];
    private readonly List<string> keys = [];
    private readonly Func<string, bool> isValid;
    private readonly string rule;
    private int[] ordinalOrder = [];

    /// <summary>Makes an empty index of keys that are not blank.</summary>
    public KeyIndex()
        : this(key => !string.IsNullOrWhiteSpace(key), "A key is not blank")
    {
    }

    internal KeyIndex(Func<string, bool> isValid, string rule)
    {
        this.isValid = isValid;
        this.rule = rule;
    }

    /// <summary>An index of keys that are valid as a <see cref="CustomerId"/>.</summary>
    internal static KeyIndex OfCustomers() => new(CustomerId.IsValid, $"A customer id has 1 to {CustomerId.LongestKey} characters, is not blank and has no control characters");

    /// <summary>How many keys.</summary>
    public int Count => keys.Count;

    /// <summary>The key of a number.</summary>
    public string this[int number] => keys[number];

    /// <summary>The number of a key, new where the key is new.</summary>
    /// <exception cref="ArgumentException">The key is blank, or not what the index holds; nothing was added.</exception>
    public int GetOrAdd(string key)
    {
        if (key is null)
            throw new ArgumentNullException(nameof(key));
        if (numbers.TryGetValue(key, out int number))
            return number;
        if (!isValid(key))
            throw new ArgumentException($"{rule}; got '{key}'.", nameof(key));
        number = keys.Count;
        keys.Add(key);
        numbers.Add(key, number);
        return number;
    }

    /// <summary>The number of a key; makes a string only where the key is new.</summary>
    /// <exception cref="ArgumentException">The key is blank, or not what the index holds; nothing was added.</exception>
    public int GetOrAdd(ReadOnlySpan<char> key)
    {
#if NET
        if (numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out int number))
            return number;
#endif
        return GetOrAdd(key.ToString());
    }

    /// <summary>The number of an integer key, which is the key of its decimal digits: 42 and "42" are one.</summary>
    public int GetOrAdd(long key)
    {
        if (numbersOfIntegers.TryGetValue(key, out int number))
            return number;
        number = GetOrAdd(key.ToString(CultureInfo.InvariantCulture));
        numbersOfIntegers.Add(key, number);
        return number;
    }

    /// <summary>The number of a key, if it has one.</summary>
    public bool TryGet(string key, out int number) => numbers.TryGetValue(key, out number);

    /// <summary>Makes room for so many keys, so that adding them copies nothing.</summary>
    internal void MakeRoom(int count)
    {
        keys.Capacity = Math.Max(keys.Capacity, count);
#if NET
        numbers.EnsureCapacity(count);
#endif
    }

    /// <summary>All numbers, ordered by their keys ordinally. Kept until a key is added; not to be changed.</summary>
    internal int[] InOrdinalOrder()
    {
        if (ordinalOrder.Length != keys.Count)
            ordinalOrder = OrdinalOrder.Of(keys);
        return ordinalOrder;
    }
}
