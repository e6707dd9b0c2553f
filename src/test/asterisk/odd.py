"""What switchboards do besides: forwarding, pickup, parking, meetings, members behind the dialplan. Imported by rigcalls.py."""
import re, time
import rigcalls as r, sipua
N, STD, MDPH = r.N, r.STD, r.MDPH

def dialog(u, number):
    return {'cid': u.rnd()+'@'+u.ip, 'local': f'<sip:{u.user}@{u.ip}>;tag={u.rnd()}', 'remote': f'<sip:{number}@127.0.0.1>', 'target': f'sip:{number}@127.0.0.1:5060'}

def dial(u, number):
    d = dialog(u, number); d['said'] = u.invite(d, u.sdp()); return d

def channel(run, peer):
    found = re.findall(rb'Channel: (PJSIP/'+peer.encode()+rb'-[0-9a-f]+)', run.ami.buf); return found[-1].decode()

def link(links): return list(links)[0]

def said(run, text, timeout=20): run.ami.wait(text, timeout)

def sc_aa_member_behind_local():
    run = r.Run('aa_member_behind_local', 'FreePBX: members are Local channels; 101 does not answer, 102 does.')
    r.idle('101'); r.agent('102', RING=800); r.fin(r.caller(N+'61', '0147293500', 14000))
    run.done(lambda s, l: [r.contact(N+'61', '0147293500', ['locale'], ['101', '102'], 'answered', l, s, answered_by='102', answer_leg='agent102', hung='caller')])

def sc_ab_voicemail_at_once():
    run = r.Run('ab_voicemail_at_once', 'A menu leads to the voicemail, no telephone rings; a message is left.')
    r.fin(r.caller(N+'62', '0147293400', 16000, rtp=True))
    run.done(lambda s, l: [r.contact(N+'62', '0147293400', [], [], 'voicemail', l, s, hung='caller', callback=True, voicemail=r.vm('3000'))], settle=2)

def sc_ac_forwarded_302():
    run = r.Run('ac_forwarded_302', 'The direct line of 101 is forwarded by the telephone itself (302) to 103, who answers.')
    r.agent('101', 'uas_agent_forward.xml', RING=0, TARGET='103'); r.agent('103', RING=700); r.fin(r.caller(N+'63', '0147293101', 6000))
    run.done(lambda s, l: [r.contact(N+'63', '0147293101', [], ['103'], 'answered', l, s, answered_by='103', answer_leg='agent103', hung='caller')])

def sc_ad_two_telephones():
    run = r.Run('ad_two_telephones', 'Two telephones of agent 101 ring at once; the second answers.')
    r.idle('101'); r.sipp('agent101b', 'uas_agent.xml', '127.0.0.14', 5060, RING=900, TALK=60000, SELF='101'); time.sleep(.2)
    r.fin(r.caller(N+'64', '0147293700', 6000))
    run.done(lambda s, l: [r.contact(N+'64', '0147293700', [], ['101'], 'answered', l, s, answered_by='101', answer_leg='agent101b', hung='caller')])

def sc_ae_pickup():
    run = r.Run('ae_pickup', '101 rings; a colleague, 102, takes the call from the own telephone (*8).')
    r.idle('101'); p = r.caller(N+'65', '0147293101', 7000); said(run, 'DialStatus: RINGING'); time.sleep(1)
    u = sipua.Ua('127.0.0.12', '102'); d = dial(u, '*8'); u.times['answer'] = time.time(); u.pump(lambda st, g: bool(u.over), 9); r.fin(p); u.close()
    run.done(lambda s, l: [r.contact(N+'65', '0147293101', [], ['101'], 'answered', l, s, answered_by='102', hung='caller', linkedid=link(l),
        wait_s=0, talk_s=r.r1(r.first(s, 'caller').get('end', 0)-r.first(s, 'caller').get('answer', 0)))])

def sc_af_parked():
    run = r.Run('af_parked', '101 answers, parks the citizen (700); 102 takes the call from the park (701).')
    r.agent('101', 'uas_agent_refer.xml', RING=500, T1=1500, TARGET='700'); r.idle('102', '103'); p = r.caller(N+'66', STD, 12000)
    said(run, 'Event: ParkedCall'); r.procs[1].terminate(); r.procs[1].wait(); time.sleep(1.5)
    u = sipua.Ua('127.0.0.12', '102'); dial(u, '701'); u.pump(lambda st, g: bool(u.over), 12); r.fin(p); u.close()
    run.done(lambda s, l: [r.contact(N+'66', STD, ['standard'], ['101'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller', linkedid=link(l))])

def sc_ag_meeting():
    run = r.Run('ag_meeting', 'A citizen dials a meeting, where agent 101 joins.')
    p = r.caller(N+'67', '0147293600', 8000); said(run, 'Event: ConfbridgeJoin'); time.sleep(1.5)
    u = sipua.Ua('127.0.0.11', '101'); d = dial(u, '8000'); u.times['in'] = time.time(); r.fin(p); u.req(d, 'BYE'); u.pump(None, .5); u.close()
    run.done(lambda s, l: [r.contact(N+'67', '0147293600', [], [], 'answered', l, s, answered_by='101', hung='caller', linkedid=link(l))
        | {'wait_s': r.r1(u.times['in']+.5-r.first(s, 'caller').get('answer', 0)), 'talk_s': r.r1(-.5+r.first(s, 'caller').get('end', 0)-u.times['in'])}])

def sc_ah_forwarded_outside():
    run = r.Run('ah_forwarded_outside', 'A line of the house leads to a mobile telephone outside, which answers.')
    r.sipp('mobile', 'uas_agent.xml', '127.0.0.2', 5061, RING=900, TALK=60000); time.sleep(.2); r.fin(r.caller(N+'68', '0147293800', 5000))
    run.done(lambda s, l: [r.contact(N+'68', '0147293800', [], [], 'answered', l, s, answered_by='0639980150', answer_leg='mobile', hung='caller')])

def sc_ai_announced():
    run = r.Run('ai_announced', 'The place in the queue is said, and the agent hears how long the citizen has waited before they speak; no telephone knows when that is over.')
    r.agent('101', RING=3500); r.fin(r.caller(N+'69', '0147293900', 11000))
    run.done(lambda s, l: [{k: v for k, v in r.contact(N+'69', '0147293900', ['annonce'], ['101'], 'answered', l, s, answered_by='101', hung='caller').items() if k not in ('wait_s', 'talk_s')}])

def sc_aj_second_line_then_voicemail():
    run = r.Run('aj_second_line_then_voicemail', 'Two telephones ring one after the other, then a message is left.')
    r.idle('101', '102'); r.fin(r.caller(N+'70', '0147294000', 24000, rtp=True))
    run.done(lambda s, l: [r.contact(N+'70', '0147294000', [], ['101', '102'], 'voicemail', l, s, hung='caller', callback=True, voicemail=r.vm('3100'))], settle=2)

def sc_ak_agent_dials():
    run = r.Run('ak_agent_dials', '101 dials a citizen on the own telephone, who answers; 101 hangs up.')
    r.sipp('citizen', 'uas_agent.xml', '127.0.0.2', 5061, RING=900, TALK=60000); time.sleep(.2)
    u = sipua.Ua('127.0.0.11', '101'); d = dial(u, N+'71'); u.pump(None, 2.5); u.req(d, 'BYE'); u.pump(None, .5); u.close()
    run.done(lambda s, l: [{'direction': 'outgoing', 'agent': '101', 'called': N+'71', 'outcome': 'answered', 'talk_s': r.r1(r.first(s, 'citizen').get('end', 0)-r.first(s, 'citizen').get('answer', 0)), 'ended_by': 'agent', 'linkedid': link(l)}])

def sc_al_colleagues():
    run = r.Run('al_colleagues', '101 calls 102: no contact.')
    r.agent('102', RING=500); u = sipua.Ua('127.0.0.11', '101'); d = dial(u, '102'); u.pump(None, 1.5); u.req(d, 'BYE'); u.pump(None, .5); u.close()
    run.done([])

def sc_am_atxfer_by_the_exchange():
    run = r.Run('am_atxfer_by_the_exchange', '101 has the exchange itself announce the citizen to 102 (a feature code), then hangs up.')
    r.agent('101', RING=500, TALK=7000); r.agent('102', RING=700); r.idle('103'); p = r.caller(N+'72', STD, 14000)
    said(run, 'Event: AgentConnect'); time.sleep(1.5); run.ami.do('Atxfer', Channel=channel(run, '101'), Exten='102', Context='from-internal'); r.fin(p)
    run.done(lambda s, l: [r.contact(N+'72', STD, ['standard'], ['101', '102'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller', linkedid=link(l),
        transfers=[{'type': 'attended', 'by': '101', 'to': '102', 'answered_by': '102'}])])

def sc_an_redirected():
    run = r.Run('an_redirected', "A console redirects the citizen's channel from 101 to 102, who answers: no transfer is told.")
    r.agent('101', RING=500); r.agent('102', RING=700); r.idle('103'); p = r.caller(N+'73', STD, 9000)
    said(run, 'Event: AgentConnect'); time.sleep(1.5); run.ami.do('Redirect', Channel=channel(run, 'trunk'), Exten='102', Context='from-internal', Priority=1); r.fin(p)
    run.done(lambda s, l: [r.contact(N+'73', STD, ['standard'], ['101', '102'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller')])

def sc_ao_passed_to_voicemail():
    run = r.Run('ao_passed_to_voicemail', '101 answers and passes the citizen blindly to the voicemail, where a message is left.')
    r.agent('101', 'uas_agent_refer.xml', RING=500, T1=1500, TARGET='*3000'); r.idle('102', '103'); r.fin(r.caller(N+'74', STD, 20000, rtp=True))
    run.done(lambda s, l: [r.contact(N+'74', STD, ['standard'], ['101'], 'voicemail', l, s, answered_by='101', answer_leg='agent101', hung='caller', callback=True, voicemail=r.vm('3000'),
        transfers=[{'type': 'blind', 'by': '101', 'to': '*3000', 'answered_by': None}])], settle=2)

def sc_ap_busy_member():
    run = r.Run('ap_busy_member', '101 refuses at once (do not disturb) without ringing; 102 answers.')
    r.agent('101', 'uas_agent_dnd.xml', RING=0); r.agent('102', RING=600); r.idle('103'); r.fin(r.caller(N+'75', STD, 8000))
    run.done(lambda s, l: [r.contact(N+'75', STD, ['standard'], ['102'], 'answered', l, s, answered_by='102', answer_leg='agent102', hung='caller')])

def sc_aq_transferred_outside():
    run = r.Run('aq_transferred_outside', '101 answers and passes the citizen blindly to a number outside, which answers.')
    r.agent('101', 'uas_agent_refer.xml', RING=500, T1=1500, TARGET='0199001250'); r.idle('102', '103'); r.sipp('outside', 'uas_agent.xml', '127.0.0.2', 5061, RING=700, TALK=60000); time.sleep(.2)
    r.fin(r.caller(N+'76', STD, 9000))
    run.done(lambda s, l: [r.contact(N+'76', STD, ['standard'], ['101'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller',
        transfers=[{'type': 'blind', 'by': '101', 'to': '0199001250', 'answered_by': '0199001250'}])])

def sc_ar_back_after_no_answer():
    run = r.Run('ar_attended_abandoned', 'The citizen hangs up while on hold, 101 being in consultation with 102.')
    u = sipua.Ua('127.0.0.11', '101'); r.agent('102', RING=500); r.idle('103')
    p = r.caller(N+'77', STD, 5000); u.attended(ring=.6, talk=1.0, target='102', consult=4.5, complete=False, gone=True); r.fin(p); u.close()
    run.done(lambda s, l: [r.contact(N+'77', STD, ['standard'], ['101'], 'answered', l, s, answered_by='101', hung='caller', linkedid=link(l), consulted=['102'])
        | {'wait_s': r.r1(u.times['answer']-r.first(s, 'caller').get('answer', 0)), 'talk_s': r.r1(r.first(s, 'caller').get('end', 0)-u.times['answer'])}])

def sc_as_left_while_it_rings():
    run = r.Run('as_left_while_it_rings', '101 has the exchange call 102 and hangs up while it still rings; 102 answers.')
    r.agent('101', RING=500, TALK=4000); r.agent('102', RING=2500); r.idle('103'); p = r.caller(N+'78', STD, 14000)
    said(run, 'Event: AgentConnect'); time.sleep(1.5); run.ami.do('Atxfer', Channel=channel(run, '101'), Exten='102', Context='from-internal'); r.fin(p)
    run.done(lambda s, l: [r.contact(N+'78', STD, ['standard'], ['101', '102'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller', linkedid=link(l),
        transfers=[{'type': 'attended', 'by': '101', 'to': '102', 'answered_by': '102'}])])

def sc_at_transfer_to_nowhere():
    run = r.Run('at_transfer_to_nowhere', '101 tries to pass the citizen to a number that does not exist; nothing comes of it, and both hang up.')
    r.agent('101', 'uas_agent_refer.xml', RING=500, T1=1500, TARGET='999'); r.idle('102', '103'); r.fin(r.caller(N+'79', STD, 7000))
    run.done(lambda s, l: [r.contact(N+'79', STD, ['standard'], ['101'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller')])

def sc_au_forwarded_outside_by_the_telephone():
    run = r.Run('au_forwarded_outside_by_the_telephone', 'The telephone of 101 forwards the call (302) to a mobile telephone outside, which answers.')
    r.agent('101', 'uas_agent_forward.xml', RING=0, TARGET='0639980150'); r.sipp('mobile', 'uas_agent.xml', '127.0.0.2', 5061, RING=900, TALK=60000); time.sleep(.2); r.fin(r.caller(N+'80', '0147293101', 6000))
    run.done(lambda s, l: [r.contact(N+'80', '0147293101', [], [], 'answered', l, s, answered_by='0639980150', answer_leg='mobile', hung='caller')])

def sc_av_announced_by_the_exchange_to_a_queue():
    run = r.Run('av_announced_by_the_exchange_to_a_queue', '101 has the exchange announce the citizen to the queue mdph, where 102 answers, and hangs up.')
    r.agent('101', RING=500, TALK=7000); r.agent('102', RING=700); r.idle('103'); p = r.caller(N+'81', STD, 14000)
    said(run, 'Event: AgentConnect'); time.sleep(1.5); run.ami.do('Atxfer', Channel=channel(run, '101'), Exten='2100', Context='from-internal'); r.fin(p)
    run.done(lambda s, l: [r.contact(N+'81', STD, ['standard'], ['101', '102', '103'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller', linkedid=link(l),
        transfers=[{'type': 'attended', 'by': '101', 'to': 'queue mdph', 'answered_by': '102'}])])

def sc_aw_two_citizens_meet():
    run = r.Run('aw_two_citizens_meet', 'Two citizens and agent 101 meet; the first leaves, then the others.')
    p = r.caller(N+'82', '0147293600', 6000, label='caller1'); q = r.caller(N+'83', '0147293600', 9000, label='caller2'); time.sleep(2)
    u = sipua.Ua('127.0.0.11', '101'); d = dial(u, '8000'); r.fin(p); r.fin(q); u.req(d, 'BYE'); u.pump(None, .5); u.close()
    run.done(lambda s, l: [{'caller': N+n, 'did': '0147293600', 'queue_path': [], 'outcome': 'answered', 'ended_by': 'caller', 'linkedid': list(l)[i]} for i, n in enumerate(('82', '83'))])

for name, scene in list(globals().items()):
    if name.startswith('sc_'): r.S[name[3:]] = scene
