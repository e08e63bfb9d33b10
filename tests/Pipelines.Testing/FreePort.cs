using System.Net;
using System.Net.Sockets;

namespace Pipelines.Testing;

/// <summary>Loopback ports that nothing listens on.</summary>
public static class FreePort
{
    // Below the range from which the system takes ports for outgoing connections: load cannot steal a port before its server binds it.
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int _last = Environment.ProcessId * 61;

    /// <summary>A port that no one was given before in this process.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _last) & int.MaxValue) % Count;
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
