namespace CustomerValue.Storage;

/// <summary>A store can't do what is asked: it has another schema, is damaged, or can't keep a text. The message says what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Says nothing more.</summary>
    public StoreException()
        : this("The store can't do this.")
    {
    }

    /// <summary>Says what is wrong and what to do.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and what to do, and what the database said.</summary>
    public StoreException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
