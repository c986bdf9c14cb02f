namespace CustomerValue.Storage;

/// <summary>The statements about histories of stages, with the names of a store's tables.</summary>
internal sealed class StageText(string p)
{
    private const string RunColumns = "number, key, lifecycle, version, definition, as_of, recorded_at, actor, payload, customers, changed";
    private const string StageColumns = "customer, run, line, day, stage, stage_left, transition, event, model, english, chinese";

    /// <summary>For PostgreSQL: only one at a time, until the transaction ends.</summary>
    public string RecordAlone { get; } = $"SELECT pg_advisory_xact_lock('{p}stage_run'::regclass::oid::bigint)";

    public string Run { get; } = $"SELECT {RunColumns} FROM {p}stage_run WHERE key = $1";

    public string Runs { get; } = $"SELECT {RunColumns} FROM {p}stage_run WHERE lifecycle = $1 ORDER BY number";

    public string LastRun { get; } = $"SELECT coalesce(max(number), 0) FROM {p}stage_run";

    public string Customers { get; } = $"SELECT number, id FROM {p}stage_customer ORDER BY number";

    public string Customer { get; } = $"SELECT number FROM {p}stage_customer WHERE id = $1";

    public string Marks { get; } = $"SELECT customer, run, day, stage, transition FROM {p}stage WHERE run IN (SELECT number FROM {p}stage_run WHERE lifecycle = $1) ORDER BY customer, run, line";

    public string Stages { get; } =
        $"SELECT {StageColumns} FROM {p}stage WHERE customer = $2 AND run IN (SELECT number FROM {p}stage_run WHERE lifecycle = $1) ORDER BY run, line";

    public string AddRun { get; } = $"INSERT INTO {p}stage_run ({RunColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    public string AddStage { get; } = $"INSERT INTO {p}stage ({StageColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    public string AddCustomer { get; } = $"INSERT INTO {p}stage_customer (number, id) VALUES ($1, $2)";

    /// <summary>The same for PostgreSQL, which takes rows as a stream.</summary>
    public string CopyStages { get; } = $"COPY {p}stage ({StageColumns}) FROM STDIN (FORMAT BINARY)";

    public string CopyCustomers { get; } = $"COPY {p}stage_customer (number, id) FROM STDIN (FORMAT BINARY)";

    public string Forget { get; } = $"UPDATE {p}stage_customer SET id = NULL WHERE number = $1";
}
