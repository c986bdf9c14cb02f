namespace CustomerValue.Customers;

/// <summary>Gives keys consecutive numbers from 0, in the order in which they are first seen. Not thread-safe while keys are added.</summary>
public sealed class KeyIndex
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];

    /// <summary>How many keys.</summary>
    public int Count => keys.Count;

    /// <summary>The key of a number.</summary>
    public string this[int number] => keys[number];

    /// <summary>The number of a key, new where the key is new.</summary>
    public int GetOrAdd(string key)
    {
        if (numbers.TryGetValue(key, out int number))
            return number;
        number = keys.Count;
        keys.Add(key);
        numbers.Add(key, number);
        return number;
    }
}
