using System.Globalization;

namespace CustomerValue.Storage;

/// <summary>The statements, with the names of a store's tables.</summary>
internal sealed class SqlText(string p)
{
    public string LastMember { get; } = $"SELECT coalesce(max(number), 0) FROM {p}member";

    /// <summary>The same, keeping others from making members until the transaction ends.</summary>
    public string LastMemberAlone { get; } = $"SELECT {p}last_member()";

    public string MemberById { get; } = $"SELECT number, id, sequence FROM {p}member WHERE id = $1";

    public string MemberByNumber { get; } = $"SELECT number, id, sequence FROM {p}member WHERE number = $1";

    public string Ids { get; } = $"SELECT id FROM {p}member WHERE id IS NOT NULL ORDER BY number";

    public string Entries { get; } = $"SELECT hash, content FROM {p}entry WHERE member = $1 AND sequence > $2 ORDER BY sequence";

    public string Answer { get; } = $"SELECT payload, entries, error, english, chinese FROM {p}answer WHERE key = $1";

    public string IsAnswered { get; } = $"SELECT 1 FROM {p}answer WHERE key = $1";

    public string Source { get; } = $"SELECT 1 FROM {p}source WHERE hash = $1";

    public string Used { get; } = $"SELECT used FROM {p}counter WHERE id = $1 AND period = $2 AND of_referrer = $3";

    public string Profile { get; } = $"SELECT secret, content FROM {p}profile WHERE member = $1";

    /// <summary>Which of many members, keys and sources are there, where arrays are values: a member has columns 0 to 2, an answer 3 to 8, a source 9.</summary>
    public string Known { get; } = $"SELECT * FROM {p}known($1, $2, $3)";

    public string Lots { get; } = $"SELECT member, lot, wallet, granted, remaining, earned_at, activates_at, expires_at FROM {p}lot WHERE member = $1 ORDER BY lot";

    public string Journal { get; } = $"SELECT sequence, hash, content, kind, key, wallet, occurred_at, effective_at, recorded_at, postings FROM {p}entry WHERE member = $1 ORDER BY sequence";

    public string Postings { get; } = $"SELECT sequence, line, account, lot, units FROM {p}posting WHERE member = $1 ORDER BY sequence, line";

    public string AddAnswer { get; } = $"INSERT INTO {p}answer (key, payload, entries, error, english, chinese) VALUES ($1, $2, $3, $4, $5, $6)";

    public string AddSource { get; } = $"INSERT INTO {p}source (hash, type) VALUES ($1, $2)";

    public string AddMember { get; } = $"INSERT INTO {p}member (number, id, sequence) VALUES ($1, $2, $3)";

    /// <summary>Where others have written to the member in between it would become NULL, which the column refuses.</summary>
    public string MoveMember { get; } = $"UPDATE {p}member SET sequence = CASE WHEN sequence = $2 THEN $3 END WHERE number = $1";

    /// <summary>The same for counters.</summary>
    public string MoveCounter { get; } =
        $"INSERT INTO {p}counter AS c (id, period, of_referrer, used) VALUES ($1, $2, $3, $4) ON CONFLICT (id, period, of_referrer) DO UPDATE SET used = CASE WHEN c.used = $5 THEN excluded.used END";

    public string AddPosting { get; } = $"INSERT INTO {p}posting (member, sequence, line, account, lot, units) VALUES ($1, $2, $3, $4, $5, $6)";

    public string AddEntry { get; } =
        $"INSERT INTO {p}entry (member, sequence, kind, key, wallet, occurred_at, effective_at, recorded_at, postings, hash, content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    public string SetLot { get; } = $"INSERT INTO {p}lot (member, lot, wallet, granted, remaining, earned_at, activates_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (member, lot) DO UPDATE SET granted = excluded.granted, remaining = excluded.remaining";

    public string Snapshot { get; } = $"SELECT member, sequence, content FROM {p}snapshot WHERE member = $1";

    public string SetSnapshot { get; } = $"INSERT INTO {p}snapshot (member, sequence, content) VALUES ($1, $2, $3) ON CONFLICT (member) DO UPDATE SET sequence = excluded.sequence, content = excluded.content";

    public string AddMessage { get; } = $"INSERT INTO {p}message (kind, member, sequence, at, wallet, units, lot, tier_from, tier_to) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    /// <summary>Where others have told of another tier in between it would become NULL, which the column refuses.</summary>
    public string SetStanding { get; } =
        $"INSERT INTO {p}standing AS s (member, level, until) VALUES ($1, $2, $3) ON CONFLICT (member) DO UPDATE SET until = excluded.until, level = CASE WHEN s.level = $4 THEN excluded.level END";

    public string Announce { get; } = $"UPDATE {p}lot SET announced = 1 WHERE member = $1 AND lot = $2";

    public string Standing { get; } = $"SELECT member, level, until FROM {p}standing WHERE member = $1";

    public string Due { get; } = $"SELECT member FROM {p}standing WHERE until IS NOT NULL AND until <= $1 ORDER BY until LIMIT $2";

    /// <summary>Lots that will expire; and those of them that were not told of.</summary>
    public string Expiring { get; } = Lot(p, "l.expires_at > $1 AND l.expires_at <= $2 ORDER BY l.expires_at, l.member, l.lot");

    public string ToAnnounce { get; } = Lot(p, "l.expires_at > $1 AND l.expires_at <= $2 AND l.announced = 0 ORDER BY l.expires_at LIMIT $3");

    public string PlaceMessages { get; } = $"SELECT {p}place_messages()";

    /// <summary>Messages after those that a reader has acknowledged.</summary>
    public string Messages { get; } =
        $"SELECT m.place, m.kind, m.member, m.sequence, m.at, m.wallet, m.units, m.lot, m.tier_from, m.tier_to, member.id FROM {p}message AS m JOIN {p}member AS member ON member.number = m.member "
        + $"WHERE m.place > coalesce((SELECT r.place FROM {p}reader AS r WHERE r.name = $1), 0) ORDER BY m.place LIMIT $2";

    public string Acknowledge { get; } = $"INSERT INTO {p}reader AS r (name, place) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET place = CASE WHEN r.place < excluded.place THEN excluded.place ELSE r.place END";

    public string ForgetReader { get; } = $"DELETE FROM {p}reader WHERE name = $1";

    /// <summary>Deletes what all readers have acknowledged.</summary>
    public string ClearMessages { get; } = $"DELETE FROM {p}message WHERE place <= (SELECT min(place) FROM {p}reader)";

    /// <summary>All that was decided, by the function that PostgreSQL has for it: a column of a table in each value.</summary>
    public string Write { get; } = $"SELECT {p}write({string.Join(", ", Enumerable.Range(1, PostgreSqlWriter.Columns).Select(at => string.Create(CultureInfo.InvariantCulture, $"${at}")))})";

    public string SetProfile { get; } = $"INSERT INTO {p}profile (member, secret, content) VALUES ($1, $2, $3) ON CONFLICT (member) DO UPDATE SET secret = excluded.secret, content = excluded.content";

    public string ForgetProfile { get; } = $"DELETE FROM {p}profile WHERE member = $1";

    public string ForgetId { get; } = $"UPDATE {p}member SET id = NULL WHERE number = $1";

    private static string Lot(string p, string where) =>
        $"SELECT l.member, l.lot, l.wallet, l.granted, l.remaining, l.earned_at, l.activates_at, l.expires_at, member.id FROM {p}lot AS l JOIN {p}member AS member ON member.number = l.member "
        + $"WHERE l.remaining > 0 AND l.expires_at IS NOT NULL AND {where}";
}
