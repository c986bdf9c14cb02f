using System.Net;
using System.Net.Sockets;

namespace CustomerValue.Tests.Chaos;

/// <summary>Stands between a client and PostgreSQL, and cuts the connection once the server has answered to a message of which the client then hears nothing.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string host;
    private readonly int port;
    private int left;

    public CuttingProxy(string host, int port)
    {
        (this.host, this.port) = (host, port);
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The messages of clients until one is cut; 0 for none.</summary>
    public int Left
    {
        get => Volatile.Read(ref left);
        set => Volatile.Write(ref left, value);
    }

    public void Dispose() => listener.Stop();

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptTcpClientAsync().ConfigureAwait(false));
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using TcpClient near = client;
        using TcpClient far = new();
        await far.ConnectAsync(host, port).ConfigureAwait(false);
        bool[] isCut = [false];
        Task up = Copy(near, far, () =>
        {
            if (Left > 0 && Interlocked.Decrement(ref left) == 0)
                Volatile.Write(ref isCut[0], true);
        });
        Task down = Copy(far, near, () =>
        {
            if (Volatile.Read(ref isCut[0]))
                throw new IOException("cut");
        });
        await Task.WhenAny(up, down).ConfigureAwait(false);
    }

    private static async Task Copy(TcpClient from, TcpClient to, Action step)
    {
        byte[] buffer = new byte[1 << 16];
        try
        {
            for (int read; (read = await from.GetStream().ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                step();
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read)).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or SocketException)
        {
            // One of the two is gone, and the other goes too.
        }
    }
}
