using System.Net;
using System.Net.Sockets;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Testing;

[TestFixture]
public sealed class FreePortTests
{
    [Test]
    public void Ports_are_given_once_and_can_be_listened_on()
    {
        var ports = Enumerable.Range(0, 50).Select(_ => FreePort.Next()).ToList();

        ports.ShouldBeUnique();
        using var listener = new TcpListener(IPAddress.Loopback, ports[0]);
        listener.Start();
        Enumerable.Range(0, 50).Select(_ => FreePort.Next()).ShouldNotContain(ports[0]);
    }
}
