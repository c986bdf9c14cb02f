using DuckDB.NET.Data;

namespace CustomerValue.Data;

/// <summary>Parquet files, written by DuckDB.</summary>
public static class ParquetFile
{
    /// <summary>Writes a CSV file with a header, such as <see cref="CsvWriter"/> makes, as Parquet. Columns are numbers where all their fields are, else text.</summary>
    /// <param name="csv">The file to read.</param>
    /// <param name="parquet">The file to write, over one that is there.</param>
    /// <exception cref="IOException">A file can't be read or written.</exception>
    public static void FromCsv(string csv, string parquet)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"COPY (SELECT * FROM read_csv({Quoted(csv)}, header = true, auto_detect = true, sample_size = -1, all_varchar = false)) TO {Quoted(parquet)} (FORMAT parquet)";
        try
        {
            command.ExecuteNonQuery();
        }
        catch (DuckDBException failure)
        {
            throw new IOException(failure.Message, failure);
        }
    }

    private static string Quoted(string path) => "'" + path.Replace("'", "''", StringComparison.Ordinal) + "'";
}
