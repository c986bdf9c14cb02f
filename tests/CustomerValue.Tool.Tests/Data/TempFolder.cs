using System.IO.Compression;
using System.Text;
using CustomerValue.Data;
using DuckDB.NET.Data;

namespace CustomerValue.Tool.Tests.Data;

/// <summary>A folder of generated files that lives as long as a test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("customer-value-test-").FullName;

    public TableSource Text(string name, string content) => Bytes(name, Encoding.UTF8.GetBytes(content));

    public TableSource Bytes(string name, byte[] content)
    {
        File.WriteAllBytes(At(name), content);
        return TableSource.File(At(name));
    }

    public TableSource Gzip(string name, string content) => Bytes(name, Packed(content));

    public TableSource Parquet(string name, string query)
    {
        string plain = At("written.parquet");
        Sql(null, $"COPY ({query}) TO '{plain}' (FORMAT parquet)");
        File.Move(plain, At(name));
        return TableSource.File(At(name));
    }

    public string Database(string name, string statement)
    {
        Sql(At(name), statement);
        return At(name);
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public static byte[] Packed(string content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(content));
        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static void Sql(string? database, string statement)
    {
        using DuckDBConnection connection = new($"DataSource={database ?? ":memory:"}");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
