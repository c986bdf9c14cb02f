namespace CustomerValue.Storage;

/// <summary>What a session is begun for.</summary>
internal enum SessionKind
{
    /// <summary>To read what is there at one moment.</summary>
    Read,

    /// <summary>To write.</summary>
    Write,

    /// <summary>To write, after another writer was quicker.</summary>
    WriteAgain,
}
