namespace CustomerValue.Loyalty.Stores;

/// <summary>Another writer was quicker. The ledger decides again by what is there now; where that fails too often, this is what the caller gets: nothing was written, and the same event with the same key may be sent again.</summary>
public sealed class StoreConflictException : Exception
{
    /// <summary>Says nothing more.</summary>
    public StoreConflictException()
        : this("Another writer was quicker; nothing was written. Send the same event again.")
    {
    }

    /// <summary>Says what was found.</summary>
    public StoreConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Says what was found, and what the store said.</summary>
    public StoreConflictException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
