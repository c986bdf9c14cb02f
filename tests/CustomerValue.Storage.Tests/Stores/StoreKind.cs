namespace CustomerValue.Tests.Stores;

/// <summary>On which database a test runs.</summary>
public enum StoreKind
{
    Sqlite,
    PostgreSql,
}
