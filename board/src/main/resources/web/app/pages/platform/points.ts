import { Language } from '../../texts/index.js';

export type State = 'yes' | 'partly' | 'no' | 'can' | 'unknown';
type Side = [State, string];
export interface Point { point: string; title: string; compose: Side; kubernetes: Side }

/** What the product does on each point, as docs/scaling.md says it; the deployment's own findings replace its column. */
export const POINTS: Record<Language, Point[]> = {
  en: [
    { point: 'one-command', title: 'One configuration, one command', compose: ['yes', '“docker compose up” creates and starts everything.'], kubernetes: ['yes', '“helm upgrade --install” creates and starts everything.'] },
    { point: 'lifecycle', title: 'Start, stop, rebuild, status, logs, one-off command', compose: ['yes', 'Compose has a command for each.'], kubernetes: ['yes', 'kubectl has a command for each; one-off work is a Job of the chart.'] },
    { point: 'scale-parameter', title: 'A scale parameter, the same image', compose: ['yes', '“--scale idea-service=3”, on the one host.'], kubernetes: ['yes', '“kubectl scale”, or the value “replicas”.'] },
    { point: 'fault-tolerant', title: 'Fault-tolerant', compose: ['no', 'A container that ends is started again, but if the host fails, everything is unavailable.'], kubernetes: ['can', 'With three replicas, spread over nodes and zones, a node may fail.'] },
    { point: 'scale-on-demand', title: 'Scales on demand', compose: ['no', 'Nothing watches the load; replicas are added by hand.'], kubernetes: ['can', 'An autoscaler for each service; replicas are added before planned sessions.'] },
    { point: 'resources', title: 'Uses resources well', compose: ['partly', 'Containers have limits, but there is one host, so nothing is scheduled.'], kubernetes: ['yes', 'Measured requests and limits; the scheduler chooses the node.'] },
    { point: 'discovery', title: 'Services find each other', compose: ['yes', 'By their names in the project’s networks.'], kubernetes: ['yes', 'By a Service for each; no address is configured.'] },
    { point: 'external-access', title: 'Reached from outside', compose: ['partly', 'One port of the host, plain HTTP.'], kubernetes: ['can', 'An Ingress or an HTTPRoute, with TLS.'] },
    { point: 'rolling-update', title: 'Update and rollback without downtime', compose: ['no', 'A container stops before the next one starts; requests fail meanwhile.'], kubernetes: ['yes', 'A new Pod is ready before an old one ends.'] },
    { point: 'remote-database', title: 'A database elsewhere', compose: ['no', 'The networks have no way out; a file of your own must change that.'], kubernetes: ['can', 'The value “postgres.mode=external”, with TLS and a checked certificate.'] },
  ],
  de: [
    { point: 'one-command', title: 'Eine Konfiguration, ein Befehl', compose: ['yes', '„docker compose up“ erzeugt und startet alles.'], kubernetes: ['yes', '„helm upgrade --install“ erzeugt und startet alles.'] },
    { point: 'lifecycle', title: 'Starten, anhalten, neu bauen, Status, Logs, einmaliger Befehl', compose: ['yes', 'Compose hat für jedes einen Befehl.'], kubernetes: ['yes', 'kubectl hat für jedes einen Befehl; einmalige Arbeit ist ein Job des Charts.'] },
    { point: 'scale-parameter', title: 'Ein Parameter zum Skalieren, dasselbe Image', compose: ['yes', '„--scale idea-service=3“, auf dem einen Rechner.'], kubernetes: ['yes', '„kubectl scale“ oder der Wert „replicas“.'] },
    { point: 'fault-tolerant', title: 'Fehlertolerant', compose: ['no', 'Ein beendeter Container wird neu gestartet, aber fällt der Rechner aus, ist alles weg.'], kubernetes: ['can', 'Mit drei Replikaten, verteilt auf Knoten und Zonen, darf ein Knoten ausfallen.'] },
    { point: 'scale-on-demand', title: 'Skaliert bei Bedarf', compose: ['no', 'Nichts beobachtet die Last; Replikate kommen von Hand dazu.'], kubernetes: ['can', 'Ein Autoscaler für jeden Dienst; vor geplanten Sitzungen kommen Replikate dazu.'] },
    { point: 'resources', title: 'Nutzt Ressourcen gut', compose: ['partly', 'Container haben Grenzen, aber es gibt nur einen Rechner, also wird nichts verteilt.'], kubernetes: ['yes', 'Gemessene Anforderungen und Grenzen; der Scheduler wählt den Knoten.'] },
    { point: 'discovery', title: 'Dienste finden einander', compose: ['yes', 'Über ihre Namen in den Netzen des Projekts.'], kubernetes: ['yes', 'Über einen Service für jeden; keine Adresse ist eingetragen.'] },
    { point: 'external-access', title: 'Von außen erreichbar', compose: ['partly', 'Ein Port des Rechners, einfaches HTTP.'], kubernetes: ['can', 'Ein Ingress oder eine HTTPRoute, mit TLS.'] },
    { point: 'rolling-update', title: 'Aktualisieren und zurück ohne Ausfall', compose: ['no', 'Ein Container endet, bevor der nächste beginnt; Anfragen scheitern so lange.'], kubernetes: ['yes', 'Ein neuer Pod ist bereit, bevor ein alter endet.'] },
    { point: 'remote-database', title: 'Eine Datenbank anderswo', compose: ['no', 'Aus den Netzen führt kein Weg hinaus; eine eigene Datei muss das ändern.'], kubernetes: ['can', 'Der Wert „postgres.mode=external“, mit TLS und geprüftem Zertifikat.'] },
  ],
};
